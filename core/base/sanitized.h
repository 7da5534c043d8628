// SPDX-License-Identifier: MIT
// Whether the address sanitizer is at work: it reserves far more memory than it uses, and wants to see where every block and
// every library ends.
#ifndef JIXIAO_BASE_SANITIZED_H
#define JIXIAO_BASE_SANITIZED_H

#if defined(__SANITIZE_ADDRESS__)
#  define JIXIAO_SANITIZED 1
#elif defined(__has_feature)
#  if __has_feature(address_sanitizer)
#    define JIXIAO_SANITIZED 1
#  endif
#endif
#ifndef JIXIAO_SANITIZED
#  define JIXIAO_SANITIZED 0
#endif

#endif
