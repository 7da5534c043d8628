// SPDX-License-Identifier: MIT
// The services that the host offers to plugins: arithmetic from plugin/host_numbers, the rest from here. [any-thread]
#ifndef JIXIAO_SCORE_HOST_H
#define JIXIAO_SCORE_HOST_H

#include <jixiao/plugin.h>

// Fills the whole table.
void jx_score_host(jx_host *ret);

#endif
