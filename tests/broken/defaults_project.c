// SPDX-License-Identifier: MIT
#define PROJECT_DEFAULT "many"
#include "type_skeleton.h"
