// SPDX-License-Identifier: MIT
#define FIELD_FALLBACK "13"
#include "skeleton.h"
