// SPDX-License-Identifier: MIT
// Any bytes may be a project file: what is read of them keeps the promises of model/project.h.
#include "base/utf8.h"
#include "fuzz/fuzz_file.h"
#include "read/read_project.h"

#include <string.h>

static void check_text(jx_str text)
{
    fuzz_expect(text.data != NULL && text.data[text.size] == '\0');
    fuzz_expect(jx_utf8_check(text, NULL));
}

static void check_section(const jx_section *section)
{
    for (size_t i = 0; i < section->count; i++) {
        const jx_entry *entry = &section->entries[i];
        check_text(entry->key);
        check_text(entry->value);
        fuzz_expect(entry->key.size != 0 && entry->key.size < 50);
        fuzz_expect(jx_str_trim(entry->value).size == entry->value.size);
        fuzz_expect(entry->line > (i == 0 ? section->line : entry[-1].line));
        fuzz_expect(jx_section_find(section, entry->key.data) == entry);
    }
}

static void check_project(const jx_project *project)
{
    check_section(&project->head);
    check_section(&project->grades);
    for (size_t i = 0; i < project->indicator_count; i++) {
        check_section(&project->indicators[i]);
        fuzz_expect(jx_str_is_id(project->indicators[i].id));
        fuzz_expect(project->indicators[i].line != 0);
    }
}

static void check_faults(const jx_faults *faults)
{
    for (size_t i = 0; i < faults->count && i < JX_FAULTS_SHOWN; i++) {
        const jx_str text = jx_str_of(faults->shown[i].text);
        fuzz_expect(text.size != 0 && jx_utf8_check(text, NULL));
        fuzz_expect(memchr(text.data, '\n', text.size) == NULL);
        fuzz_expect(i == 0 || faults->shown[i].line == 0 ||
                    faults->shown[i].line >= faults->shown[i - 1].line);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char path[FUZZ_PATH];
    jx_arena *arena = jx_arena_new();
    jx_faults *faults = jx_arena_alloc(arena, sizeof *faults);
    const jx_project *project = NULL;
    fuzz_file_write(path, data, size);
    jx_faults_init(faults, size % 2 == 0 ? JX_ZH : JX_EN);
    const jx_status status = jx_read_project(arena, path, faults, &project);
    fuzz_expect(status == (faults->count == 0 ? JX_OK : JX_ECONFIG));
    fuzz_expect(status != JX_OK || (project->head.line != 0 && project->indicator_count != 0));
    check_faults(faults);
    if (project != NULL) {
        check_project(project);
    }
    fuzz_file_remove(path);
    jx_arena_free(arena);
    return 0;
}
