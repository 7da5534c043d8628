// SPDX-License-Identifier: MIT
#define FIELD_MAXIMUM "-1"
#include "skeleton.h"
