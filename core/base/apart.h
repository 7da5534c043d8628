// SPDX-License-Identifier: MIT
// A function run in a process of its own, for libraries that end the process where they run out of memory. What it
// makes comes back as bytes. [main-thread]
#ifndef JIXIAO_BASE_APART_H
#define JIXIAO_BASE_APART_H

#include "base/error.h"
#include "base/text.h"

#include <stdbool.h>
#include <stddef.h>

// Where the function's bytes go.
typedef struct jx_apart_sink {
    int pipe;
} jx_apart_sink;

// Hands bytes over; false where nobody takes them.
bool jx_apart_write(const jx_apart_sink *sink, const void *bytes, size_t size);

typedef jx_status (*jx_apart)(void *user, const jx_apart_sink *sink, jx_error *err);

// Calls run(user) in a child, adds the bytes that it hands over to `out`, and returns its status with its error. The
// child has no standard input and dumps no core. A child that was ended by a signal is an error: the message `crashed`, {1} of
// which names the signal. Where there is an error, what stands in `out` is not whole. Errors besides are JX_ESYSTEM.
jx_status jx_apart_run(jx_text *out, jx_apart run, void *user, jx_message crashed, jx_error *err);

#endif
