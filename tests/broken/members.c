// SPDX-License-Identifier: MIT
#define STANDARD_METHODS "step"
#include "type_skeleton.h"
