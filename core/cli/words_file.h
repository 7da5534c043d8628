// SPDX-License-Identifier: MIT
// The words that rules are read by: the shipped ones, and those that the operator of the host adds in words.txt beside the
// settings. [main-thread]
#ifndef JIXIAO_CLI_WORDS_FILE_H
#define JIXIAO_CLI_WORDS_FILE_H

#include "base/arena.h"
#include "base/error.h"
#include "rule/rule.h"

#define JX_WORDS_NAME "words.txt"

// Makes the vocabulary in the arena; `settings` is the path of the host's settings, where there are any or not. A file that
// is not there adds nothing. Errors: JX_ECONFIG (not readable, not UTF-8, a meaning that does not exist: all of these are
// said on standard error), JX_ESYSTEM.
jx_status jx_words_file_read(jx_arena *arena,
                             const char *settings,
                             const jx_vocabulary **ret,
                             jx_error *err);

#endif
