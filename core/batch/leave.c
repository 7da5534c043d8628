// SPDX-License-Identifier: MIT
#include "batch/leave.h"

#include <unistd.h>

#ifdef JIXIAO_COVERED
void __gcov_dump(void);
#endif

noreturn void jx_leave(void)
{
#ifdef JIXIAO_COVERED
    __gcov_dump(); // counts are written at exit(), which does not happen here
#endif
    _exit(0);
}
