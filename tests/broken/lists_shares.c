// SPDX-License-Identifier: MIT
#define SHARE_LIST                                                                                 \
  {                                                                                                \
    shares, 1, sizeof shares[0] - 8                                                                \
  }
#include "type_skeleton.h"
