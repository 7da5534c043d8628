// SPDX-License-Identifier: MIT
#define SUBCATEGORY "some"
#include "skeleton.h"
