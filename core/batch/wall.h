// SPDX-License-Identifier: MIT
// The second wall: what a worker cannot do, whatever a plugin or a script makes of it. It scores, and nothing else: it opens
// no file, starts no process, reaches no network, takes no more memory than it is allowed.
#ifndef JIXIAO_BATCH_WALL_H
#define JIXIAO_BATCH_WALL_H

#include <stdbool.h>
#include <stdint.h>

// Puts the wall up around this process, for good: it may write to `line`, standard output and standard error, and use so many bytes of
// memory beyond what it uses now. False where the kernel refuses the filter of system calls; the rest then holds all the
// same. Sanitizers need more than a wall lets through: with them only what they can bear is done, and that is true.
bool jx_wall_up(int line, uint64_t bytes);

#endif
