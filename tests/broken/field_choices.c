// SPDX-License-Identifier: MIT
#define FIELD_CHOICES "yes|no"
#include "skeleton.h"
