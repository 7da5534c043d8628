// SPDX-License-Identifier: MIT
#define STANDARD_METHODS "step leap"
#include "skeleton.h"
