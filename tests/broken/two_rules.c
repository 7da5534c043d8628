// SPDX-License-Identifier: MIT
#define VERSION   "1 0"
#define LOSS_CODE "Late"
#include "skeleton.h"
