// SPDX-License-Identifier: MIT
#define STRUCT_SIZE (sizeof(jx_plugin) - 4)
#include "skeleton.h"
