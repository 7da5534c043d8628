// SPDX-License-Identifier: MIT
#define ENTRY(index) ((void)(index), &plugin)
#include "skeleton.h"
