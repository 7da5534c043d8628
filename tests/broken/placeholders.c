// SPDX-License-Identifier: MIT
#define LOSS_EN "{days} days late"
#include "skeleton.h"
