// SPDX-License-Identifier: MIT
#define ENTRY(index) ((index) == 1 ? &plugin : NULL)
#include "skeleton.h"
