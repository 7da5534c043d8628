// SPDX-License-Identifier: MIT
#define LAST_GRADE "1"
#include "type_skeleton.h"
