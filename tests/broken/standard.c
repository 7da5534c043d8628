// SPDX-License-Identifier: MIT
#define STANDARD_METHODS "step, bands"
#include "skeleton.h"
