// SPDX-License-Identifier: MIT
// Whether the code is built to be fast: checked by sanitizers it runs many times slower and takes many times the memory.
#ifndef JIXIAO_TESTS_SUPPORT_JX_FAST_H
#define JIXIAO_TESTS_SUPPORT_JX_FAST_H

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#  define JX_IS_FAST 0
#elif defined(__has_feature)
#  if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) ||                       \
      __has_feature(undefined_behavior_sanitizer)
#    define JX_IS_FAST 0
#  endif
#endif
#ifndef JX_IS_FAST
#  define JX_IS_FAST 1
#endif

#endif
