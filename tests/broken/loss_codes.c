// SPDX-License-Identifier: MIT
#define LOSS_CODE "too late"
#include "skeleton.h"
