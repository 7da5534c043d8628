// SPDX-License-Identifier: MIT
// A plugin without fault, for those who must not load it all the same.
#include "runs_early.h"
#include "skeleton.h"
