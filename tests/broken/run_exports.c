// SPDX-License-Identifier: MIT
#include "skeleton.h"

__attribute__((visibility("default"))) extern const int exported_by_mistake;
const int exported_by_mistake = 1;
