// SPDX-License-Identifier: MIT
// Whether arenas and pools make every block its own malloc, so that sanitizers and valgrind see where it ends and that it is
// gone: with the address sanitizer, and where a test asks for it.
#ifndef JIXIAO_BASE_ONE_MALLOC_H
#define JIXIAO_BASE_ONE_MALLOC_H

#ifndef JIXIAO_ONE_MALLOC_EACH
#  if defined(__SANITIZE_ADDRESS__)
#    define JIXIAO_ONE_MALLOC_EACH 1
#  elif defined(__has_feature)
#    if __has_feature(address_sanitizer)
#      define JIXIAO_ONE_MALLOC_EACH 1
#    endif
#  endif
#endif
#ifndef JIXIAO_ONE_MALLOC_EACH
#  define JIXIAO_ONE_MALLOC_EACH 0
#endif

#endif
