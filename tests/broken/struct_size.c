// SPDX-License-Identifier: MIT
#define STRUCT_SIZE 8
#include "skeleton.h"
