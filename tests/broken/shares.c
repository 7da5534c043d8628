// SPDX-License-Identifier: MIT
#define SHARE_MAXIMUM "39.9"
#include "type_skeleton.h"
