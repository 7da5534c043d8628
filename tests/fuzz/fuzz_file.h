// SPDX-License-Identifier: MIT
// The bytes of a fuzzer as a file, for what reads files only.
#ifndef JIXIAO_TESTS_FUZZ_FUZZ_FILE_H
#define JIXIAO_TESTS_FUZZ_FUZZ_FILE_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { FUZZ_PATH = 64 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static inline void fuzz_expect(int holds)
{
    if (!holds) {
        abort();
    }
}

// Writes a file of its own; fuzz_file_remove takes it away.
static inline void fuzz_file_write(char path[FUZZ_PATH], const uint8_t *data, size_t size)
{
    snprintf(path, FUZZ_PATH, "/tmp/jixiao-fuzz-XXXXXX");
    const int file = mkstemp(path);
    fuzz_expect(file >= 0);
    for (size_t written = 0; written < size;) {
        const ssize_t count = write(file, data + written, size - written);
        fuzz_expect(count > 0);
        written += (size_t)count;
    }
    fuzz_expect(close(file) == 0);
}

static inline void fuzz_file_remove(const char *path)
{
    fuzz_expect(unlink(path) == 0);
}

#endif
