// SPDX-License-Identifier: MIT
#define STANDARD_MEASURES "value worth"
#include "skeleton.h"
