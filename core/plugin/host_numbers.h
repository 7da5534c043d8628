// SPDX-License-Identifier: MIT
// The arithmetic that plugins are given: base/decimal and base/ratio, guarded against whatever a plugin hands in.
// [any-thread]
#ifndef JIXIAO_PLUGIN_HOST_NUMBERS_H
#define JIXIAO_PLUGIN_HOST_NUMBERS_H

#include <jixiao/plugin.h>

// Fills the members from `decimal` to `ratio_compare`; the others stay as they are.
void jx_host_numbers(jx_host *host);

#endif
