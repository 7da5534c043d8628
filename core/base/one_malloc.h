// SPDX-License-Identifier: MIT
// Whether arenas and pools make every block its own malloc, so that sanitizers and valgrind see where it ends and that it is
// gone: with the address sanitizer, and where a test asks for it.
#ifndef JIXIAO_BASE_ONE_MALLOC_H
#define JIXIAO_BASE_ONE_MALLOC_H

#include "base/sanitized.h"

#ifndef JIXIAO_ONE_MALLOC_EACH
#  define JIXIAO_ONE_MALLOC_EACH JIXIAO_SANITIZED
#endif

#endif
