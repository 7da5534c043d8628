// SPDX-License-Identifier: MIT
#include "base/file.h"
#include "plugin/elf_check.h"
#include "plugin/loader.h"
#include "support/jx_rows.h"
#include "support/jx_scratch.h"

#include <fcntl.h>
#include <link.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#define GOOD JX_TEST_BUILD_DIR "/tests/plugins/good.so"

enum { FILE_MOST = 64 << 20, MUTATIONS = 30000 };

static jx_str read_good(jx_arena *arena)
{
    jx_str bytes;
    assert_int_equal(jx_file_read(arena, GOOD, FILE_MOST, JX_EPLUGIN, &bytes, NULL), JX_OK);
    return bytes;
}

static void expect_refusal(const char *path, jx_message message, const char *part)
{
    jx_arena *arena = jx_arena_new();
    jx_library library = {.plugin_count = 77};
    jx_error err = JX_ERROR(JX_EN);
    assert_int_equal(jx_library_load(arena, path, &jx_usual_trust, &library, &err), JX_EPLUGIN);
    assert_int_equal(err.status, JX_EPLUGIN);
    if (err.message != message || strstr(err.text, part) == NULL) {
        fail_msg("expected message %d with \"%s\", got %d: %s", (int)message, part,
                 (int)err.message, err.text);
    }
    assert_int_equal(strncmp(err.text, path, strlen(path)), 0);
    assert_int_equal(library.plugin_count, 77);
    assert_int_equal(jx_library_load(arena, path, &jx_usual_trust, &library, NULL), JX_EPLUGIN);
    jx_arena_free(arena);
}

static void expect_good(const char *path)
{
    jx_arena *arena = jx_arena_new();
    jx_library library;
    jx_error err = JX_ERROR(JX_EN);
    const jx_status status = jx_library_load(arena, path, &jx_usual_trust, &library, &err);
    assert_string_equal(err.text, "");
    assert_int_equal(status, JX_OK);
    assert_int_equal(library.plugin_count, 1);
    assert_string_equal(library.plugins[0]->name, "good");
    assert_string_equal(library.digest.text, jx_digest_of(read_good(arena)).text);
    jx_library_unload(&library);
    assert_null(library.handle);
    jx_arena_free(arena);
}

// -------------------------------------------------------------------------------------- built broken

static const struct broken {
    const char *name;
    const char *library;
    jx_message message;
    const char *part;
} brokens[] = {
    {"refuses a library without the entry, before it runs", "no_entry", JX_MESSAGE_PLUGIN_FOREIGN,
     "export the function jx_plugin_v1, found none"},
    {"refuses an entry that is no function, before it runs", "entry_is_data",
     JX_MESSAGE_PLUGIN_FOREIGN, "not a plugin of jixiao"},
    {"names the ABI of a library for another, before it runs", "entry_of_others",
     JX_MESSAGE_PLUGIN_MAJOR, "built for ABI 2, this host speaks 1"},
    {"tells what the dynamic linker misses", "undefined_symbol", JX_MESSAGE_PLUGIN_REFUSED,
     "the dynamic linker refuses it: undefined symbol: find_elsewhere"},
    {"refuses a library that gives no plugin", "returns_null", JX_MESSAGE_PLUGIN_NONE,
     "jx_plugin_v1(0) returns NULL"},
    {"refuses a library that gives plugins without end", "never_null", JX_MESSAGE_PLUGIN_ENDLESS,
     "more than 64 plugins"},
    {"refuses a library that answers otherwise when asked again", "unsteady",
     JX_MESSAGE_PLUGIN_UNSTEADY, "jx_plugin_v1(0) returned another"},
    {"refuses a struct_size that is too small", "struct_size", JX_MESSAGE_PLUGIN_SIZE, "found 8"},
    {"refuses a struct_size that ends inside a member", "struct_size_half", JX_MESSAGE_PLUGIN_SIZE,
     "jx_plugin_v1(0): expected struct_size"},
    {"refuses what breaks the rule kind", "kind", JX_MESSAGE_PLUGIN_BROKEN, "the rule kind:"},
    {"refuses what breaks the rule members", "members", JX_MESSAGE_PLUGIN_BROKEN,
     "the rule members:"},
    {"refuses what breaks the rule lists", "lists", JX_MESSAGE_PLUGIN_BROKEN, "the rule lists:"},
    {"refuses measures without end", "lists_measures", JX_MESSAGE_PLUGIN_BROKEN,
     "found measures = {rows, 1000000, "},
    {"refuses shares that are too narrow", "lists_shares", JX_MESSAGE_PLUGIN_BROKEN,
     "found shares = {rows, 1, 40}"},
    {"refuses what breaks the rule name", "name", JX_MESSAGE_PLUGIN_BROKEN, "the rule name:"},
    {"refuses what breaks the rule version", "version", JX_MESSAGE_PLUGIN_BROKEN,
     "the rule version:"},
    {"refuses what breaks the rule words", "words", JX_MESSAGE_PLUGIN_BROKEN, "the rule words:"},
    {"refuses what breaks the rule subcategories", "subcategories", JX_MESSAGE_PLUGIN_BROKEN,
     "the rule subcategories:"},
    {"refuses what breaks the rule field-types", "field_types", JX_MESSAGE_PLUGIN_BROKEN,
     "the rule field-types:"},
    {"refuses what breaks the rule field-keys", "field_keys", JX_MESSAGE_PLUGIN_BROKEN,
     "the rule field-keys:"},
    {"refuses what breaks the rule field-choices", "field_choices", JX_MESSAGE_PLUGIN_BROKEN,
     "the rule field-choices:"},
    {"refuses what breaks the rule field-bounds", "field_bounds", JX_MESSAGE_PLUGIN_BROKEN,
     "the rule field-bounds:"},
    {"refuses what breaks the rule field-fallbacks", "field_fallbacks", JX_MESSAGE_PLUGIN_BROKEN,
     "the rule field-fallbacks:"},
    {"refuses what breaks the rule measures", "measures", JX_MESSAGE_PLUGIN_BROKEN,
     "the rule measures:"},
    {"refuses what breaks the rule standard", "standard", JX_MESSAGE_PLUGIN_BROKEN,
     "the rule standard:"},
    {"refuses what breaks the rule defaults", "defaults", JX_MESSAGE_PLUGIN_BROKEN,
     "the rule defaults:"},
    {"refuses a project's default that the key cannot have", "defaults_project",
     JX_MESSAGE_PLUGIN_BROKEN, "found project_defaults[0].value = \"many\""},
    {"refuses what breaks the rule type-flags", "type_flags", JX_MESSAGE_PLUGIN_BROKEN,
     "the rule type-flags:"},
    {"refuses what breaks the rule shares", "shares", JX_MESSAGE_PLUGIN_BROKEN, "the rule shares:"},
    {"refuses what breaks the rule grades", "grades", JX_MESSAGE_PLUGIN_BROKEN, "the rule grades:"},
    {"refuses what breaks the rule loss-codes", "loss_codes", JX_MESSAGE_PLUGIN_BROKEN,
     "the rule loss-codes:"},
    {"refuses what breaks the rule placeholders", "placeholders", JX_MESSAGE_PLUGIN_BROKEN,
     "the rule placeholders:"},
    {"refuses what breaks the rule instance", "instance", JX_MESSAGE_PLUGIN_BROKEN,
     "the rule instance:"},
};

static void refuses_broken(void **state)
{
    const struct broken *row = *state;
    char path[JX_SCRATCH_PATH];
    snprintf(path, sizeof path, "%s/tests/broken/%s.so", JX_TEST_BUILD_DIR, row->library);
    expect_refusal(path, row->message, row->part);
}

// --------------------------------------------------------------------------------------------- trust

static const char *copy_library(const jx_scratch *scratch,
                                const char *library,
                                char ret[JX_SCRATCH_PATH])
{
    jx_arena *arena = jx_arena_new();
    char from[JX_SCRATCH_PATH];
    jx_str bytes;
    snprintf(from, sizeof from, "%s/tests/%s.so", JX_TEST_BUILD_DIR, library);
    assert_int_equal(jx_file_read(arena, from, FILE_MOST, JX_EPLUGIN, &bytes, NULL), JX_OK);
    jx_scratch_write(scratch, "x.so", bytes, ret);
    jx_arena_free(arena);
    return ret;
}

static void refuses_untrusted(void **state)
{
    (void)state;
    const jx_scratch scratch = jx_scratch_begin("loader");
    char path[JX_SCRATCH_PATH];
    copy_library(&scratch, "broken/ends", path);
    assert_int_equal(chmod(path, 0646), 0);
    expect_refusal(path, JX_MESSAGE_PLUGIN_WRITABLE, "everybody may change it (mode 0646, ");
    jx_scratch_end(&scratch);
}

static void refuses_unpinned(void **state)
{
    (void)state;
    const jx_scratch scratch = jx_scratch_begin("loader");
    const jx_pin pin = {.name = JX_STR("x"), .sha256 = jx_digest_of((jx_str)JX_STR("")), .line = 3};
    const jx_settings settings = {.path = "s.ini", .pins = &pin, .pin_count = 1};
    const jx_trust trust = {.settings = &settings};
    jx_arena *arena = jx_arena_new();
    jx_library library;
    jx_error err = JX_ERROR(JX_EN);
    char path[JX_SCRATCH_PATH];
    copy_library(&scratch, "broken/ends", path);
    assert_int_equal(jx_library_load(arena, path, &trust, &library, &err), JX_EPLUGIN);
    assert_int_equal(err.message, JX_MESSAGE_PLUGIN_PIN);
    jx_arena_free(arena);
    jx_scratch_end(&scratch);
}

static void refuses_swapped(void **state)
{
    (void)state;
    const jx_scratch scratch = jx_scratch_begin("loader");
    jx_arena *arena = jx_arena_new();
    jx_library library;
    jx_error err = JX_ERROR(JX_EN);
    char path[JX_SCRATCH_PATH];
    copy_library(&scratch, "broken/swapped", path);
    assert_int_equal(setenv("JX_TEST_SWAPPED", path, 1), 0);
    assert_int_equal(jx_library_load(arena, path, &jx_usual_trust, &library, &err), JX_EPLUGIN);
    assert_int_equal(err.message, JX_MESSAGE_PLUGIN_CHANGED);
    assert_non_null(strstr(err.text, "/x.so: the file changed while it was being loaded"));
    assert_int_equal(unsetenv("JX_TEST_SWAPPED"), 0);
    jx_arena_free(arena);
    jx_scratch_end(&scratch);
}

// ------------------------------------------------------------------------------------------- no files

static void make_absent(const char *path)
{
    (void)path;
}

static void make_folder(const char *path)
{
    assert_int_equal(mkdir(path, 0700), 0);
}

static void make_pipe(const char *path)
{
    assert_int_equal(mkfifo(path, 0600), 0);
}

static void make_socket(const char *path)
{
    const char *name = strrchr(path, '/') + 1;
    const int before = open(".", O_RDONLY | O_DIRECTORY);
    const int listener = socket(AF_UNIX, SOCK_STREAM, 0);
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    char folder[JX_SCRATCH_PATH];
    snprintf(folder, sizeof folder, "%.*s", (int)(name - path), path);
    snprintf(address.sun_path, sizeof address.sun_path, "%s", name);
    assert_int_equal(chdir(folder), 0); // the address has room for a short name only
    assert_int_equal(bind(listener, (const struct sockaddr *)&address, sizeof address), 0);
    assert_int_equal(fchdir(before), 0);
    close(listener);
    close(before);
}

static void make_dangling(const char *path)
{
    assert_int_equal(symlink("nowhere.so", path), 0);
}

static void make_huge(const char *path)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fseek(file, FILE_MOST, SEEK_SET), 0);
    assert_int_equal(fputc('x', file), 'x');
    assert_int_equal(fclose(file), 0);
}

static const struct unusual {
    const char *name;
    void (*make)(const char *path);
    jx_message message;
    const char *part;
} unusuals[] = {
    {"tells of a file that is not there", make_absent, JX_MESSAGE_FILE_ABSENT, ""},
    {"tells of a link to nowhere", make_dangling, JX_MESSAGE_FILE_ABSENT, ""},
    {"refuses a folder named like a library", make_folder, JX_MESSAGE_PLUGIN_NOT_FILE,
     "found a folder, a pipe or a device"},
    {"refuses a pipe without waiting for it", make_pipe, JX_MESSAGE_PLUGIN_NOT_FILE,
     "found a folder, a pipe or a device"},
    {"refuses a socket", make_socket, JX_MESSAGE_PLUGIN_NOT_FILE,
     "found a folder, a pipe or a device"},
    {"refuses a file that is too large for a plugin", make_huge, JX_MESSAGE_FILE_TOO_LARGE, ""},
};

static void refuses_unusual(void **state)
{
    const struct unusual *row = *state;
    const jx_scratch scratch = jx_scratch_begin("loader");
    char path[JX_SCRATCH_PATH];
    row->make(jx_scratch_path(&scratch, "x.so", path));
    expect_refusal(path, row->message, row->part);
    jx_scratch_end(&scratch);
}

// ---------------------------------------------------------------------------------------- other bytes

static const struct content {
    const char *name;
    jx_str bytes;
    jx_message message;
} contents[] = {
    {"refuses an empty file", JX_STR(""), JX_MESSAGE_PLUGIN_EMPTY},
    {"refuses a text", JX_STR("[project]\nid = x\n"), JX_MESSAGE_PLUGIN_NOT_ELF},
    {"refuses a single byte", JX_STR("\177"), JX_MESSAGE_PLUGIN_NOT_ELF},
    {"refuses a beginning that is nearly that of a library", JX_STR("\177ELf............"),
     JX_MESSAGE_PLUGIN_NOT_ELF},
    {"refuses the first four bytes of a library", JX_STR("\177ELF"), JX_MESSAGE_PLUGIN_CUT},
};

static void refuses_content(void **state)
{
    const struct content *row = *state;
    const jx_scratch scratch = jx_scratch_begin("loader");
    char path[JX_SCRATCH_PATH];
    expect_refusal(jx_scratch_write(&scratch, "x.so", row->bytes, path), row->message, "");
    jx_scratch_end(&scratch);
}

// ------------------------------------------------------------------------------------------- cut short

static void refuses_cut(void **state)
{
    (void)state;
    jx_arena *arena = jx_arena_new();
    const jx_str whole = read_good(arena);
    const jx_scratch scratch = jx_scratch_begin("loader");
    for (size_t tenth = 1; tenth <= 10; tenth++) {
        char path[JX_SCRATCH_PATH];
        char found[64];
        const size_t size = tenth == 10 ? whole.size - 1 : whole.size * tenth / 10;
        snprintf(found, sizeof found, "found %zu;", size);
        jx_scratch_write(&scratch, "x.so", jx_str_first(whole, size), path);
        expect_refusal(path, JX_MESSAGE_PLUGIN_CUT, found);
    }
    jx_scratch_end(&scratch);
    jx_arena_free(arena);
}

// Every length, looked at as data only.
static void finds_every_cut(void **state)
{
    (void)state;
    jx_arena *arena = jx_arena_new();
    const jx_str whole = read_good(arena);
    for (size_t size = SELFMAG; size < whole.size; size++) {
        jx_error err = JX_ERROR(JX_EN);
        assert_int_equal(jx_elf_check(jx_str_first(whole, size), NULL, &err), JX_EPLUGIN);
        assert_int_equal(err.message, JX_MESSAGE_PLUGIN_CUT);
    }
    assert_int_equal(jx_elf_check(whole, NULL, NULL), JX_OK);
    jx_arena_free(arena);
}

// --------------------------------------------------------------------------------------------- patched

enum { IN_HEADER = -1, IN_DYNAMIC = -2 }; // else in the first program header of that type

#define HEADER(member)                                                                             \
  IN_HEADER, 0, offsetof(ElfW(Ehdr), member), sizeof(((ElfW(Ehdr) *)NULL)->member)
#define IDENT(index) IN_HEADER, 0, (index), 1
#define SEGMENT(type, member)                                                                      \
  (type), 0, offsetof(ElfW(Phdr), member), sizeof(((ElfW(Phdr) *)NULL)->member)
#define LATER(type, member)                                                                        \
  (type), 1, offsetof(ElfW(Phdr), member), sizeof(((ElfW(Phdr) *)NULL)->member)
#define TAG(tag)     IN_DYNAMIC, (tag), offsetof(ElfW(Dyn), d_tag), sizeof(ElfW(Addr))
#define DYNAMIC(tag) IN_DYNAMIC, (tag), offsetof(ElfW(Dyn), d_un), sizeof(ElfW(Addr))

static const struct patch {
    const char *name;
    int where;
    int which; // the tag of a dynamic entry; how many program headers of the type go before
    size_t offset;
    size_t size;
    uint64_t value;
    jx_message message;
    const char *part;
} patches[] = {
    {"refuses a library of another machine", HEADER(e_machine), EM_68K, JX_MESSAGE_PLUGIN_MACHINE,
     "EM 4"},
    {"names the machine that it was built for", HEADER(e_machine), EM_MIPS,
     JX_MESSAGE_PLUGIN_MACHINE, "mips"},
    {"refuses a library of another word size", IDENT(EI_CLASS),
     sizeof(void *) == 8 ? ELFCLASS32 : ELFCLASS64, JX_MESSAGE_PLUGIN_MACHINE, "found ELF"},
    {"refuses a library of an unknown word size", IDENT(EI_CLASS), 9, JX_MESSAGE_PLUGIN_MACHINE,
     "found ELF"},
    {"refuses a library of an unknown byte order", IDENT(EI_DATA), 9, JX_MESSAGE_PLUGIN_MACHINE,
     "found ELF"},
    {"refuses an object file", HEADER(e_type), ET_REL, JX_MESSAGE_PLUGIN_NOT_SHARED,
     "found ET_REL"},
    {"refuses a program", HEADER(e_type), ET_EXEC, JX_MESSAGE_PLUGIN_NOT_SHARED, "found ET_EXEC"},
    {"refuses a memory dump", HEADER(e_type), ET_CORE, JX_MESSAGE_PLUGIN_NOT_SHARED,
     "found ET_CORE"},
    {"refuses an unknown type of file", HEADER(e_type), 77, JX_MESSAGE_PLUGIN_NOT_SHARED,
     "found ET_?"},
    {"refuses an unknown version of ELF", HEADER(e_version), 9, JX_MESSAGE_PLUGIN_DAMAGED,
     "ELF header"},
    {"refuses program headers of another size", HEADER(e_phentsize), 8, JX_MESSAGE_PLUGIN_DAMAGED,
     "ELF header"},
    {"refuses a library without program headers", HEADER(e_phnum), 0, JX_MESSAGE_PLUGIN_DAMAGED,
     "ELF header"},
    {"refuses more program headers than there are bytes", HEADER(e_phnum), 0xffff,
     JX_MESSAGE_PLUGIN_CUT, ""},
    {"refuses program headers at an impossible place", HEADER(e_phoff), UINT64_MAX - 8,
     JX_MESSAGE_PLUGIN_DAMAGED, "ELF header"},
    {"refuses program headers behind the end", HEADER(e_phoff), 1 << 30, JX_MESSAGE_PLUGIN_CUT, ""},
    {"refuses section headers behind the end", HEADER(e_shoff), 1 << 30, JX_MESSAGE_PLUGIN_CUT, ""},
    {"refuses a segment behind the end", SEGMENT(PT_LOAD, p_filesz), 1 << 30, JX_MESSAGE_PLUGIN_CUT,
     ""},
    {"refuses a segment of impossible size", SEGMENT(PT_LOAD, p_filesz), UINT64_MAX,
     JX_MESSAGE_PLUGIN_DAMAGED, "program header"},
    {"refuses a segment at an impossible place", SEGMENT(PT_DYNAMIC, p_offset), UINT64_MAX,
     JX_MESSAGE_PLUGIN_DAMAGED, "program header"},
    {"refuses a segment larger in the file than in memory", SEGMENT(PT_LOAD, p_memsz), 1,
     JX_MESSAGE_PLUGIN_DAMAGED, "PT_LOAD"},
    {"refuses a segment beyond memory", SEGMENT(PT_LOAD, p_memsz), UINT64_MAX,
     JX_MESSAGE_PLUGIN_DAMAGED, "PT_LOAD"},
    {"refuses an odd alignment", SEGMENT(PT_LOAD, p_align), 3, JX_MESSAGE_PLUGIN_DAMAGED,
     "PT_LOAD"},
    {"refuses a place that its alignment forbids", SEGMENT(PT_LOAD, p_vaddr), 8,
     JX_MESSAGE_PLUGIN_DAMAGED, "PT_LOAD"},
    {"refuses segments that overlap", LATER(PT_LOAD, p_vaddr), 0, JX_MESSAGE_PLUGIN_DAMAGED,
     "PT_LOAD"},
    {"refuses a library without dynamic section", SEGMENT(PT_DYNAMIC, p_type), PT_NULL,
     JX_MESSAGE_PLUGIN_DAMAGED, "PT_DYNAMIC"},
    {"refuses a dynamic section that lies elsewhere in memory", SEGMENT(PT_DYNAMIC, p_vaddr), 64,
     JX_MESSAGE_PLUGIN_DAMAGED, "PT_DYNAMIC"},
    {"refuses a dynamic section in no segment", SEGMENT(PT_DYNAMIC, p_vaddr), 1 << 30,
     JX_MESSAGE_PLUGIN_DAMAGED, "PT_DYNAMIC"},
    {"refuses a dynamic section without end", SEGMENT(PT_DYNAMIC, p_filesz), 2 * sizeof(ElfW(Dyn)),
     JX_MESSAGE_PLUGIN_DAMAGED, "PT_DYNAMIC"},
    {"refuses names in no segment", DYNAMIC(DT_STRTAB), 1 << 30, JX_MESSAGE_PLUGIN_DAMAGED,
     "DT_STRTAB"},
    {"refuses names beyond their segment", DYNAMIC(DT_STRSZ), 1 << 30, JX_MESSAGE_PLUGIN_DAMAGED,
     "DT_STRTAB"},
    {"refuses symbols in no segment", DYNAMIC(DT_SYMTAB), 1 << 30, JX_MESSAGE_PLUGIN_DAMAGED,
     "DT_SYMTAB"},
    {"refuses a hash table in no segment", DYNAMIC(DT_GNU_HASH), 1 << 30, JX_MESSAGE_PLUGIN_DAMAGED,
     "DT_GNU_HASH"},
    {"refuses a hash table at no place", DYNAMIC(DT_GNU_HASH), 0, JX_MESSAGE_PLUGIN_DAMAGED,
     "DT_GNU_HASH"},
    {"refuses a library without hash table", TAG(DT_GNU_HASH), DT_DEBUG, JX_MESSAGE_PLUGIN_DAMAGED,
     "DT_HASH"},
    {"finds no entry where the names are another's", DYNAMIC(DT_STRSZ), 1,
     JX_MESSAGE_PLUGIN_FOREIGN, ""},
};

static ElfW(Ehdr) read_header(jx_str bytes)
{
    ElfW(Ehdr) header;
    memcpy(&header, bytes.data, sizeof header);
    return header;
}

// The offset of a program header of that type, `before` others of it left out.
static size_t find_segment(jx_str bytes, uint32_t type, int before, ElfW(Phdr) * ret)
{
    const ElfW(Ehdr) header = read_header(bytes);
    for (size_t i = 0; i < header.e_phnum; i++) {
        const size_t at = (size_t)header.e_phoff + i * sizeof *ret;
        memcpy(ret, bytes.data + at, sizeof *ret);
        if (ret->p_type == type && before-- == 0) {
            return at;
        }
    }
    fail_msg("no program header of type %u", (unsigned)type);
    return 0;
}

static size_t find_dynamic(jx_str bytes, int tag)
{
    ElfW(Phdr) segment;
    find_segment(bytes, PT_DYNAMIC, 0, &segment);
    for (size_t at = 0; at < segment.p_filesz; at += sizeof(ElfW(Dyn))) {
        ElfW(Dyn) entry;
        memcpy(&entry, bytes.data + segment.p_offset + at, sizeof entry);
        if (entry.d_tag == tag) {
            return (size_t)segment.p_offset + at;
        }
    }
    fail_msg("no dynamic entry of tag %d", tag);
    return 0;
}

static size_t find_patch(jx_str bytes, const struct patch *patch)
{
    ElfW(Phdr) segment;
    if (patch->where == IN_HEADER) {
        return patch->offset;
    }
    if (patch->where == IN_DYNAMIC) {
        return find_dynamic(bytes, patch->which) + patch->offset;
    }
    return find_segment(bytes, (uint32_t)patch->where, patch->which, &segment) + patch->offset;
}

static jx_str copy_patched(jx_arena *arena, jx_str bytes, const struct patch *patch)
{
    char *copy = jx_arena_alloc(arena, bytes.size);
    const size_t at = find_patch(bytes, patch);
    memcpy(copy, bytes.data, bytes.size);
    for (size_t i = 0; i < patch->size; i++) {
        const size_t shift = 8 * (__BYTE_ORDER__ == __ORDER_BIG_ENDIAN__ ? patch->size - 1 - i : i);
        copy[at + i] = (char)(patch->value >> shift);
    }
    return (jx_str){copy, bytes.size};
}

static void refuses_patched(void **state)
{
    const struct patch *row = *state;
    jx_arena *arena = jx_arena_new();
    const jx_scratch scratch = jx_scratch_begin("loader");
    const jx_str bytes = copy_patched(arena, read_good(arena), row);
    char path[JX_SCRATCH_PATH];
    expect_refusal(jx_scratch_write(&scratch, "x.so", bytes, path), row->message, row->part);
    jx_scratch_end(&scratch);
    jx_arena_free(arena);
}

static void survives_any_bytes(void **state)
{
    (void)state;
    jx_arena *arena = jx_arena_new();
    const jx_str good = read_good(arena);
    char *bytes = jx_arena_alloc(arena, good.size);
    ElfW(Phdr) dynamic;
    find_segment(good, PT_DYNAMIC, 0, &dynamic);
    uint64_t seed = 1;
    size_t refused = 0;
    for (size_t i = 0; i < MUTATIONS; i++) {
        memcpy(bytes, good.data, good.size);
        for (size_t change = 0; change < 3; change++) {
            seed = seed * 6364136223846793005u + 1442695040888963407u;
            const size_t start = change == 2 ? (size_t)dynamic.p_offset : 0;
            bytes[start + (seed >> 33) % 1024] = (char)(seed >> 56);
        }
        const jx_status status = jx_elf_check((jx_str){bytes, good.size}, NULL, NULL);
        assert_true(status == JX_OK || status == JX_EPLUGIN);
        refused += status != JX_OK;
    }
    assert_in_range(refused, MUTATIONS / 10, MUTATIONS);
    jx_arena_free(arena);
}

// ------------------------------------------------------------------------------------------------ good

static void loads_good(void **state)
{
    (void)state;
    expect_good(GOOD);
}

static void loads_twice(void **state)
{
    (void)state;
    expect_good(GOOD);
    expect_good(GOOD);
}

static void loads_by_link(void **state)
{
    (void)state;
    const jx_scratch scratch = jx_scratch_begin("loader");
    char path[JX_SCRATCH_PATH];
    assert_int_equal(symlink(GOOD, jx_scratch_path(&scratch, "linked.so", path)), 0);
    expect_good(path);
    jx_scratch_end(&scratch);
}

static void loads_by_bare_name(void **state)
{
    (void)state;
    char before[JX_SCRATCH_PATH];
    assert_non_null(getcwd(before, sizeof before));
    assert_int_equal(chdir(JX_TEST_BUILD_DIR "/tests/plugins"), 0);
    expect_good("good.so");
    assert_int_equal(chdir(before), 0);
}

static void loads_without_section_headers(void **state)
{
    (void)state;
    jx_arena *arena = jx_arena_new();
    const jx_str good = read_good(arena);
    char *bytes = jx_arena_alloc(arena, good.size);
    ElfW(Ehdr) header = read_header(good);
    memcpy(bytes, good.data, good.size);
    header.e_shoff = 0;
    header.e_shnum = 0;
    header.e_shstrndx = 0;
    memcpy(bytes, &header, sizeof header);
    assert_int_equal(jx_elf_check((jx_str){bytes, good.size}, NULL, NULL), JX_OK);
    jx_arena_free(arena);
}

static void speaks_chinese(void **state)
{
    (void)state;
    jx_arena *arena = jx_arena_new();
    jx_library library;
    jx_error err = JX_ERROR(JX_ZH);
    const char *path = JX_TEST_BUILD_DIR "/tests/broken/entry_of_others.so";
    assert_int_equal(jx_library_load(arena, path, &jx_usual_trust, &library, &err), JX_EPLUGIN);
    assert_non_null(strstr(err.text, "为第 2 版插件接口编译，本程序使用第 1 版"));
    jx_arena_free(arena);
}

int main(void)
{
    static jx_rows all;
    jx_rows_add_one(&all, "loads a plugin", loads_good, NULL);
    jx_rows_add_one(&all, "loads a plugin again", loads_twice, NULL);
    jx_rows_add_one(&all, "loads a plugin by a link", loads_by_link, NULL);
    jx_rows_add_one(&all, "loads a plugin by its bare name", loads_by_bare_name, NULL);
    jx_rows_add_one(&all, "needs no section headers", loads_without_section_headers, NULL);
    jx_rows_add_one(&all, "speaks Chinese as well", speaks_chinese, NULL);
    JX_ROWS(&all, brokens, refuses_broken);
    jx_rows_add_one(&all, "refuses what everybody may change, before it runs", refuses_untrusted,
                    NULL);
    jx_rows_add_one(&all, "refuses what is not as pinned, before it runs", refuses_unpinned, NULL);
    jx_rows_add_one(&all, "refuses a file that was taken away meanwhile", refuses_swapped, NULL);
    JX_ROWS(&all, unusuals, refuses_unusual);
    JX_ROWS(&all, contents, refuses_content);
    jx_rows_add_one(&all, "refuses a library cut at every tenth", refuses_cut, NULL);
    jx_rows_add_one(&all, "finds a cut at every byte", finds_every_cut, NULL);
    JX_ROWS(&all, patches, refuses_patched);
    jx_rows_add_one(&all, "survives any bytes", survives_any_bytes, NULL);
    return jx_rows_run(&all, "loader");
}
