// SPDX-License-Identifier: MIT
#include "cli/pdf_module.h"

#include "base/folder.h"
#include "base/sanitized.h"
#include "cli/places.h"
#include "cli/say.h"
#include "plugin/elf_check.h"
#include "plugin/shared_library.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

// What is told of the module while it is loaded.
typedef struct opening {
    jx_arena *arena;
    const char *path;
    jx_trust trust;
    jx_shared_library library;
    const jx_pdf_module *module;
} opening;

static jx_status find_path(opening *of, jx_error *err)
{
    const char *folder = NULL;
    jx_status status = jx_places_find(of->arena, JX_BESIDE_MODULES, &folder, err);
    if (status != JX_OK) {
        return status;
    }
    of->path = jx_path_join(of->arena, jx_str_of(folder), "pdf.so").data;
    if (of->path == NULL) {
        return jx_fail_memory(err);
    }
    const jx_place place = {.file = of->path};
    return access(of->path, F_OK) == 0 ? JX_OK
                                       : jx_fail(err, &place, JX_MESSAGE_PDF_ABSENT, JX_STR_NONE);
}

static jx_status load(opening *of, jx_error *err)
{
    const jx_library_checks checks = {.trust = &of->trust, .bytes = jx_elf_check_sound};
    jx_faults *warnings = jx_arena_alloc(of->arena, sizeof *warnings);
    if (warnings == NULL) {
        return jx_fail_memory(err);
    }
    jx_faults_init(warnings, err->lang);
    of->trust.warnings = warnings;
    const jx_status status =
        jx_shared_library_open(of->arena, of->path, &checks, &of->library, err);
    jx_say_faults(warnings);
    return status;
}

static jx_status check_words(const opening *of, jx_error *err)
{
    const jx_place place = {.file = of->path};
    const jx_pdf_module *module = of->module;
    if (module == NULL || module->words == NULL) {
        return jx_fail(err, &place, JX_MESSAGE_PDF_FOREIGN, JX_STR_NONE);
    }
    if (strcmp(module->words, JX_PDF_MODULE_WORDS) != 0 ||
        module->document_size != sizeof(jx_pdf_document)) {
        return jx_fail(err, &place, JX_MESSAGE_PDF_VERSION, jx_str_of(module->words),
                       jx_str_of(JX_PDF_MODULE_WORDS));
    }
    return JX_OK;
}

static jx_status enter(opening *of, jx_error *err)
{
    void *symbol = NULL;
    jx_pdf_module_entry entry;
    const jx_place place = {.file = of->path};
    if (jx_shared_library_find(&of->library, of->path, JX_PDF_MODULE_ENTRY, &symbol, err) !=
        JX_OK) {
        return jx_fail(err, &place, JX_MESSAGE_PDF_FOREIGN, JX_STR_NONE);
    }
    memcpy(&entry, &symbol, sizeof entry);
    of->module = entry();
    return check_words(of, err);
}

// --------------------------------------------------------------------------------------------- drawing

static bool write_bytes(void *user, const void *bytes, size_t size)
{
    return jx_apart_write(user, bytes, size);
}

// What the module's libraries say on standard error (that a font's settings are odd, that memory is out) is nobody's business: the
// host has its own words.
static void be_quiet(void)
{
    const int nothing = JIXIAO_SANITIZED ? -1 : open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (nothing >= 0) {
        (void)dup2(nothing, STDERR_FILENO);
    }
}

static jx_status draw(const opening *of,
                      const jx_pdf_document *document,
                      const jx_apart_sink *sink,
                      jx_error *err)
{
    jx_apart_sink bytes = *sink;
    const jx_pdf_sink to = {.write = write_bytes, .user = &bytes};
    const char *reason = "";
    be_quiet();
    switch (of->module->draw(document, &to, &reason)) {
    case JX_PDF_DRAWN:
        return JX_OK;
    case JX_PDF_NO_MEMORY:
        return jx_fail_memory(err);
    case JX_PDF_NO_FONT:
        return jx_fail(err, NULL, JX_MESSAGE_PDF_FONT, jx_str_of(reason));
    case JX_PDF_UNDRAWN:
    default:
        return jx_fail(err, NULL, JX_MESSAGE_PDF_UNDRAWN, jx_str_of(reason));
    }
}

jx_status jx_pdf_module_draw(const void *user,
                             const jx_pdf_document *document,
                             const jx_apart_sink *sink,
                             jx_error *err)
{
    opening of = {.arena = jx_arena_new(), .trust = {.settings = user}};
    if (of.arena == NULL) {
        return jx_fail_memory(err);
    }
    jx_status status = find_path(&of, err);
    status = status != JX_OK ? status : load(&of, err);
    status = status != JX_OK ? status : enter(&of, err);
    if (status == JX_OK && of.module != NULL) {
        status = draw(&of, document, sink, err);
    }
    // the module stays: threads of its libraries may be at work, and the process ends anyway
    jx_arena_free(of.arena);
    return status;
}
