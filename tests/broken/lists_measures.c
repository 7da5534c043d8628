// SPDX-License-Identifier: MIT
#define MEASURE_LIST                                                                               \
  {                                                                                                \
    measures, 1000000, sizeof measures[0]                                                          \
  }
#include "skeleton.h"
