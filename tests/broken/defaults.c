// SPDX-License-Identifier: MIT
#define DEFAULT_KEY "weight"
#include "skeleton.h"
