// SPDX-License-Identifier: MIT
#include "plugin/elf_check.h"

#include "plugin/elf_image.h"
#include "plugin/elf_symbols.h"

#include <stdio.h>
#include <string.h>

#if defined(__x86_64__)
#  define HOST_MACHINE EM_X86_64
#elif defined(__aarch64__)
#  define HOST_MACHINE EM_AARCH64
#elif defined(__riscv)
#  define HOST_MACHINE EM_RISCV
#elif defined(__powerpc64__)
#  define HOST_MACHINE EM_PPC64
#elif defined(__s390__)
#  define HOST_MACHINE EM_S390
#elif defined(__i386__)
#  define HOST_MACHINE EM_386
#elif defined(__arm__)
#  define HOST_MACHINE EM_ARM
#else
#  define HOST_MACHINE EM_NONE // the dynamic linker has to tell
#endif

enum {
    HOST_CLASS = sizeof(void *) == 8 ? ELFCLASS64 : ELFCLASS32,
    HOST_ORDER = __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ ? ELFDATA2LSB : ELFDATA2MSB,
    MACHINE_TEXT = 48,
    UNNAMED_TEXT = 16,
};

static jx_status fail_damaged(const char *what, const jx_place *place, jx_error *err)
{
    return jx_fail(err, place, JX_MESSAGE_PLUGIN_DAMAGED, jx_str_of(what));
}

static jx_status fail_cut(jx_str bytes, uint64_t needed, const jx_place *place, jx_error *err)
{
    char expected[JX_NUMBER_TEXT];
    char found[JX_NUMBER_TEXT];
    return jx_fail(err, place, JX_MESSAGE_PLUGIN_CUT, jx_str_number(needed, expected),
                   jx_str_number(bytes.size, found));
}

static jx_status check_magic(jx_str bytes, const jx_place *place, jx_error *err)
{
    if (bytes.size == 0) {
        return jx_fail(err, place, JX_MESSAGE_PLUGIN_EMPTY, JX_STR_NONE);
    }
    if (bytes.size < SELFMAG || memcmp(bytes.data, ELFMAG, SELFMAG) != 0) {
        return jx_fail(err, place, JX_MESSAGE_PLUGIN_NOT_ELF, JX_STR_NONE);
    }
    return JX_OK;
}

// ----------------------------------------------------------------------------------------- machine

typedef struct machine {
    uint8_t class;
    uint8_t order;
    uint16_t type; // EM_…
} machine;

static void describe_machine(machine found, char ret[MACHINE_TEXT])
{
    static const struct {
        uint16_t type;
        const char *name;
    } names[] = {
        {EM_386, "i386"},    {EM_X86_64, "x86-64"}, {EM_ARM, "arm"},   {EM_AARCH64, "aarch64"},
        {EM_RISCV, "riscv"}, {EM_PPC64, "ppc64"},   {EM_S390, "s390"}, {EM_MIPS, "mips"},
    };
    char number[UNNAMED_TEXT];
    (void)snprintf(number, sizeof number, "EM %u", (unsigned)found.type);
    const char *name = number;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (names[i].type == found.type) {
            name = names[i].name;
        }
    }
    (void)snprintf(ret, MACHINE_TEXT, "ELF%s %s %s", found.class == ELFCLASS64 ? "64" : "32",
                   found.order == ELFDATA2MSB ? "MSB" : "LSB", name);
}

static uint16_t read_half(const uint8_t bytes[2], uint8_t order)
{
    const unsigned first = bytes[0];
    const unsigned second = bytes[1];
    return (uint16_t)(order == ELFDATA2MSB ? first << 8 | second : second << 8 | first);
}

static jx_status check_machine(jx_str bytes, const jx_place *place, jx_error *err)
{
    const size_t type_at = offsetof(jx_elf_header, e_machine);
    const machine host = {HOST_CLASS, HOST_ORDER, HOST_MACHINE};
    uint8_t start[offsetof(jx_elf_header, e_machine) + 2];
    if (!jx_elf_read(bytes, 0, start, sizeof start)) {
        return fail_cut(bytes, sizeof(jx_elf_header), place, err);
    }
    const uint8_t order = start[EI_DATA];
    const machine found = {start[EI_CLASS], order, read_half(start + type_at, order)};
    if (found.class == host.class && found.order == host.order &&
        (found.type == host.type || host.type == EM_NONE)) {
        return JX_OK;
    }
    char expected_text[MACHINE_TEXT];
    char found_text[MACHINE_TEXT];
    describe_machine(host, expected_text);
    describe_machine(found, found_text);
    return jx_fail(err, place, JX_MESSAGE_PLUGIN_MACHINE, jx_str_of(found_text),
                   jx_str_of(expected_text));
}

// ------------------------------------------------------------------------------------------ header

static jx_status check_type(const jx_elf *elf, const jx_place *place, jx_error *err)
{
    static const char *const names[] = {"ET_NONE", "ET_REL", "ET_EXEC", "ET_DYN", "ET_CORE"};
    const size_t type = elf->header.e_type;
    if (type == ET_DYN) {
        return JX_OK;
    }
    const char *name = type < sizeof names / sizeof names[0] ? names[type] : "ET_?";
    return jx_fail(err, place, JX_MESSAGE_PLUGIN_NOT_SHARED, jx_str_of(name));
}

static jx_status check_header(jx_str bytes, jx_elf *ret, const jx_place *place, jx_error *err)
{
    *ret = (jx_elf){.bytes = bytes};
    if (!jx_elf_read(bytes, 0, &ret->header, sizeof ret->header)) {
        return fail_cut(bytes, sizeof ret->header, place, err);
    }
    const jx_status status = check_type(ret, place, err);
    if (status != JX_OK) {
        return status;
    }
    if (ret->header.e_version != EV_CURRENT || ret->header.e_phnum == 0 ||
        ret->header.e_phentsize != sizeof(jx_elf_segment)) {
        return fail_damaged("ELF header", place, err);
    }
    return JX_OK;
}

// -------------------------------------------------------------------------------------------- size

// Raises *needed to the end of what lies at `offset`; false where that is beyond any file.
static bool reach(uint64_t *needed, uint64_t offset, uint64_t size)
{
    const uint64_t limit = INT64_MAX;
    if (offset > limit || size > limit - offset) {
        return false;
    }
    if (offset + size > *needed) {
        *needed = offset + size;
    }
    return true;
}

// The section headers are not used, but linkers write them last: where they are missing, the file was cut.
static bool reach_tables(const jx_elf *elf, uint64_t *needed)
{
    const jx_elf_header *header = &elf->header;
    const uint64_t segments = (uint64_t)header->e_phnum * sizeof(jx_elf_segment);
    const uint64_t sections = (uint64_t)header->e_shnum * header->e_shentsize;
    return reach(needed, header->e_phoff, segments) &&
           (header->e_shoff == 0 || reach(needed, header->e_shoff, sections));
}

static bool reach_segments(const jx_elf *elf, uint64_t *needed)
{
    jx_elf_segment segment;
    for (size_t i = 0; i < elf->header.e_phnum && jx_elf_read_segment(elf, i, &segment); i++) {
        if (segment.p_type != PT_NULL && !reach(needed, segment.p_offset, segment.p_filesz)) {
            return false;
        }
    }
    return true;
}

static jx_status check_size(const jx_elf *elf, const jx_place *place, jx_error *err)
{
    uint64_t needed = 0;
    if (!reach_tables(elf, &needed)) {
        return fail_damaged("ELF header", place, err);
    }
    if (needed > elf->bytes.size) {
        return fail_cut(elf->bytes, needed, place, err);
    }
    if (!reach_segments(elf, &needed)) {
        return fail_damaged("program header", place, err);
    }
    if (needed > elf->bytes.size) {
        return fail_cut(elf->bytes, needed, place, err);
    }
    return JX_OK;
}

// ---------------------------------------------------------------------------------------- segments

static bool is_sound_load(const jx_elf_segment *load)
{
    const uint64_t align = load->p_align > 1 ? load->p_align : 1;
    return load->p_filesz <= load->p_memsz && load->p_memsz <= UINTPTR_MAX - load->p_vaddr &&
           (align & (align - 1)) == 0 && ((load->p_vaddr - load->p_offset) & (align - 1)) == 0;
}

// The dynamic linker takes it on trust that they ascend and do not overlap.
static jx_status check_segments(const jx_elf *elf, const jx_place *place, jx_error *err)
{
    uint64_t end = 0;
    jx_elf_segment segment;
    for (size_t i = 0; i < elf->header.e_phnum && jx_elf_read_segment(elf, i, &segment); i++) {
        if (segment.p_type != PT_LOAD) {
            continue;
        }
        if (!is_sound_load(&segment) || segment.p_vaddr < end) {
            return fail_damaged("PT_LOAD", place, err);
        }
        end = (uint64_t)segment.p_vaddr + segment.p_memsz;
    }
    return end > 0 ? JX_OK : fail_damaged("PT_LOAD", place, err);
}

// ------------------------------------------------------------------------------------------- entry

static jx_status check_majors(const jx_elf *elf, const jx_place *place, jx_error *err)
{
    jx_elf_majors majors;
    const char *bad = NULL;
    if (!jx_elf_find_majors(elf, &majors, &bad)) {
        return fail_damaged(bad, place, err);
    }
    if (majors.ours) {
        return JX_OK;
    }
    if (!majors.any_other) {
        return jx_fail(err, place, JX_MESSAGE_PLUGIN_FOREIGN, JX_STR_NONE);
    }
    char ours[JX_NUMBER_TEXT];
    char other[JX_NUMBER_TEXT];
    return jx_fail(err, place, JX_MESSAGE_PLUGIN_MAJOR, jx_str_number(majors.other, other),
                   jx_str_number(JX_ABI_MAJOR, ours));
}

static jx_status check_sound(jx_str bytes, jx_elf *ret, const jx_place *place, jx_error *err)
{
    jx_status status = check_magic(bytes, place, err);
    if (status == JX_OK) {
        status = check_machine(bytes, place, err);
    }
    if (status == JX_OK) {
        status = check_header(bytes, ret, place, err);
    }
    if (status == JX_OK) {
        status = check_size(ret, place, err);
    }
    if (status == JX_OK) {
        status = check_segments(ret, place, err);
    }
    return status;
}

jx_status jx_elf_check(jx_str bytes, const jx_place *place, jx_error *err)
{
    jx_elf elf;
    const jx_status status = check_sound(bytes, &elf, place, err);
    return status != JX_OK ? status : check_majors(&elf, place, err);
}

jx_status jx_elf_check_sound(jx_str bytes, const jx_place *place, jx_error *err)
{
    jx_elf elf;
    return check_sound(bytes, &elf, place, err);
}
