// SPDX-License-Identifier: MIT
// What forked children do with themselves. [in a process of its own]
#ifndef JIXIAO_BASE_PROCESS_H
#define JIXIAO_BASE_PROCESS_H

#include <stdint.h>
#include <stdnoreturn.h>

// Limits a resource (RLIMIT_…) for good; that it cannot be is passed over.
void jx_process_limit(int resource, uint64_t most);

// A crash is one, whoever wanted to handle it: a sanitizer, or a library that was loaded.
void jx_process_restore_signals(void);

// Ends the process without what its parent has registered for its own end.
noreturn void jx_process_leave(void);

#endif
