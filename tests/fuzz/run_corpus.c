// SPDX-License-Identifier: MIT
// A fuzz target without a fuzzer: runs it over the files of the folders that are named.
#include "base/file.h"
#include "fuzz/fuzz_file.h"

#include <dirent.h>

enum { PATH_TEXT = 1024 };

static size_t run_folder(const char *path)
{
    size_t count = 0;
    DIR *folder = opendir(path);
    fuzz_expect(folder != NULL);
    for (struct dirent *entry = NULL; (entry = readdir(folder)) != NULL;) {
        char name[PATH_TEXT];
        if (entry->d_name[0] == '.') {
            continue;
        }
        jx_arena *arena = jx_arena_new();
        jx_str bytes;
        fuzz_expect(snprintf(name, sizeof name, "%s/%s", path, entry->d_name) < PATH_TEXT);
        printf("%s\n", name);
        fflush(stdout);
        fuzz_expect(jx_file_read(arena, name, SIZE_MAX, JX_EDATA, &bytes, NULL) == JX_OK);
        LLVMFuzzerTestOneInput((const uint8_t *)bytes.data, bytes.size);
        jx_arena_free(arena);
        count++;
    }
    closedir(folder);
    return count;
}

int main(int argc, char **argv)
{
    size_t count = 0;
    for (int i = 1; i < argc; i++) {
        count += run_folder(argv[i]);
    }
    printf("%zu files\n", count);
    return count == 0;
}
