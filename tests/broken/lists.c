// SPDX-License-Identifier: MIT
#define FIELD_LIST                                                                                 \
  {                                                                                                \
    fields, 1, sizeof fields[0] - 8                                                                \
  }
#include "skeleton.h"
