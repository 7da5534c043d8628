// SPDX-License-Identifier: MIT
#include "model/settings.h"

const jx_settings jx_usual_settings = {
    .scripts = {.instructions = 100000, .bytes = 4 << 20, .milliseconds = 50},
};
