// SPDX-License-Identifier: MIT
#define TYPE_FLAGS 8
#include "type_skeleton.h"
