// SPDX-License-Identifier: MIT
#define MEASURE_FIGURES 0
#include "skeleton.h"
