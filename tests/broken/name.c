// SPDX-License-Identifier: MIT
#define NAME "Broken one"
#include "skeleton.h"
