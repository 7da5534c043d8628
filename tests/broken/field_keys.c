// SPDX-License-Identifier: MIT
#define FIELD_KEY "weight"
#include "skeleton.h"
