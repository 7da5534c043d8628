// SPDX-License-Identifier: MIT
#define MEASURE_FIGURES JX_KIND_BIT(JX_FIGURE_YES_NO)
#include "skeleton.h"
