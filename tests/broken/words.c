// SPDX-License-Identifier: MIT
#define LABEL_EN "broken \xff"
#include "skeleton.h"
