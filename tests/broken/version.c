// SPDX-License-Identifier: MIT
#define VERSION ""
#include "skeleton.h"
