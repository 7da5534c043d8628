// SPDX-License-Identifier: MIT
// Libraries whose bytes are not what a linker wrote: cut short, patched, any at all.
#include "plugin/elf_check.h"
#include "support/good_library.h"
#include "support/jx_rows.h"
#include "support/jx_scratch.h"

#include <link.h>
#include <stdio.h>
#include <stdlib.h>

enum { MUTATIONS = 30000 };

// ------------------------------------------------------------------------------------------- cut short

static void refuses_cut(void **state)
{
    (void)state;
    jx_arena *arena = jx_arena_new();
    const jx_str whole = jx_read_good_library(arena);
    const jx_scratch scratch = jx_scratch_begin("loader");
    for (size_t tenth = 1; tenth <= 10; tenth++) {
        char path[JX_SCRATCH_PATH];
        char found[64];
        const size_t size = tenth == 10 ? whole.size - 1 : whole.size * tenth / 10;
        snprintf(found, sizeof found, "found %zu;", size);
        jx_scratch_write(&scratch, "x.so", jx_str_first(whole, size), path);
        jx_expect_unloadable(path, JX_MESSAGE_PLUGIN_CUT, found);
    }
    jx_scratch_end(&scratch);
    jx_arena_free(arena);
}

// Every length, looked at as data only.
static void finds_every_cut(void **state)
{
    (void)state;
    jx_arena *arena = jx_arena_new();
    const jx_str whole = jx_read_good_library(arena);
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
    const jx_str bytes = copy_patched(arena, jx_read_good_library(arena), row);
    char path[JX_SCRATCH_PATH];
    jx_expect_unloadable(jx_scratch_write(&scratch, "x.so", bytes, path), row->message, row->part);
    jx_scratch_end(&scratch);
    jx_arena_free(arena);
}

static void survives_any_bytes(void **state)
{
    (void)state;
    jx_arena *arena = jx_arena_new();
    const jx_str good = jx_read_good_library(arena);
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

static void loads_without_section_headers(void **state)
{
    (void)state;
    jx_arena *arena = jx_arena_new();
    const jx_str good = jx_read_good_library(arena);
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

int main(void)
{
    static jx_rows all;
    jx_rows_add_one(&all, "needs no section headers", loads_without_section_headers, NULL);
    jx_rows_add_one(&all, "refuses a library cut at every tenth", refuses_cut, NULL);
    jx_rows_add_one(&all, "finds a cut at every byte", finds_every_cut, NULL);
    JX_ROWS(&all, patches, refuses_patched);
    jx_rows_add_one(&all, "survives any bytes", survives_any_bytes, NULL);
    return jx_rows_run(&all, "loader_bytes");
}
