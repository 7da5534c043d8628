// SPDX-License-Identifier: MIT
#define ENTRY(index) find_elsewhere(index)
#include <jixiao/plugin.h>

const jx_plugin *find_elsewhere(uint32_t index); // nowhere

#include "skeleton.h"
