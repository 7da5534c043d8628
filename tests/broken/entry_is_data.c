// SPDX-License-Identifier: MIT
#include "runs_early.h"

extern const int jx_plugin_v1;

__attribute__((visibility("default"))) const int jx_plugin_v1 = 1;
