// SPDX-License-Identifier: MIT
// How a forked child ends.
#ifndef JIXIAO_BATCH_LEAVE_H
#define JIXIAO_BATCH_LEAVE_H

#include <stdnoreturn.h>

// Ends the process without running what its parent has registered for its own end.
noreturn void jx_leave(void);

#endif
