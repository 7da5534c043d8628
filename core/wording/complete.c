// SPDX-License-Identifier: MIT
#include "wording/complete.h"

#include "base/text.h"
#include "wording/section.h"

static bool is_by_words(const jx_section *section)
{
    const jx_entry *rule = jx_section_find(section, "rule");
    const jx_entry *method = jx_section_find(section, "method");
    return rule != NULL && rule->value.size != 0 && method == NULL;
}

bool jx_project_wants_words(const jx_project *project)
{
    for (size_t i = 0; i < project->indicator_count; i++) {
        if (is_by_words(&project->indicators[i])) {
            return true;
        }
    }
    return false;
}

// What the key states and what the wording reads, in both languages.
static bool say_difference(jx_arena *arena,
                           const jx_entry *differs,
                           const jx_reading *reading,
                           jx_words *ret)
{
    jx_text zh = jx_text_in(arena);
    jx_text en = jx_text_in(arena);
    const jx_str reads = jx_reading_find(reading, differs->key.data);
    const struct {
        jx_text *to;
        const char *parts[4];
    } says[] = {
        {&zh, {"键 ", " 写的是“", "”，文字读作“", "”；请改其一，或写明 method"}},
        {&en,
         {"the key ", " states \"", "\", the wording reads \"",
          "\": change one, or state a method"}},
    };
    for (size_t i = 0; i < 2; i++) {
        const jx_str texts[] = {differs->key, differs->value, reads, JX_STR("")};
        for (size_t k = 0; k < 4; k++) {
            jx_text_put(says[i].to, says[i].parts[k]);
            jx_text_add(says[i].to, texts[k]);
        }
    }
    *ret = (jx_words){jx_text_end(&zh).data, jx_text_end(&en).data};
    return ret->zh != NULL && ret->en != NULL;
}

static void digest_keys(jx_digester *digester, const jx_section *section, const jx_reading *reading)
{
    jx_digester_add_text(digester, section->id);
    for (size_t i = 0; i < reading->key_count; i++) {
        jx_digester_add_text(digester, jx_str_of(reading->keys[i].key));
        jx_digester_add_text(digester, reading->keys[i].value);
    }
}

static jx_status complete(const jx_vocabulary *vocabulary,
                          jx_arena *arena,
                          const jx_project *project,
                          jx_section *section,
                          jx_digester *digester,
                          jx_error *err)
{
    jx_reading reading;
    const jx_entry *differs = NULL;
    const jx_section stated = *section;
    const jx_wording wording = jx_wording_of(project, &stated, true);
    jx_status status = jx_rule_read(vocabulary, &wording, arena, &reading, err);
    if (status != JX_OK) {
        return status;
    }
    if (!reading.is_compiled) {
        section->unclear = reading.because;
        return JX_OK;
    }
    status = jx_section_complete(arena, &stated, &reading, section, &differs, err);
    if (status != JX_OK) {
        return status;
    }
    if (differs != NULL) {
        *section = stated;
        return say_difference(arena, differs, &reading, &section->unclear) ? JX_OK
                                                                           : jx_fail_memory(err);
    }
    section->by_rule = true;
    digest_keys(digester, section, &reading);
    return JX_OK;
}

jx_status jx_project_complete(const jx_vocabulary *vocabulary,
                              jx_arena *arena,
                              const jx_project *project,
                              const jx_project **ret,
                              jx_error *err)
{
    jx_digester digester;
    if (!jx_project_wants_words(project)) {
        *ret = project;
        return JX_OK;
    }
    jx_project *whole = jx_arena_alloc(arena, sizeof *whole);
    jx_section *sections = jx_arena_array(arena, project->indicator_count, sizeof *sections);
    if (whole == NULL || sections == NULL) {
        return jx_fail_memory(err);
    }
    jx_digester_begin(&digester);
    memcpy(sections, project->indicators, project->indicator_count * sizeof *sections);
    for (size_t i = 0; i < project->indicator_count; i++) {
        const jx_status status = is_by_words(&sections[i]) ? complete(vocabulary, arena, project,
                                                                      &sections[i], &digester, err)
                                                           : JX_OK;
        if (status != JX_OK) {
            return status;
        }
    }
    *whole = *project;
    whole->indicators = sections;
    whole->wordings = jx_digester_end(&digester);
    *ret = whole;
    return JX_OK;
}
