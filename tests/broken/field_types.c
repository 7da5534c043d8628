// SPDX-License-Identifier: MIT
#define FIELD_TYPE 77
#include "skeleton.h"
