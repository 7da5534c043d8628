// SPDX-License-Identifier: MIT
#include "plugin/elf_symbols.h"

#include <jixiao/plugin.h>

#include <string.h>

typedef struct stretch {
    uint64_t offset; // in the file
    uint64_t size;   // what the file holds from there on of the same segment
    uint32_t flags;  // PF_… of the segment
} stretch;

typedef struct dynamic_table {
    jx_elf_address symbols;
    jx_elf_address strings;
    jx_elf_address hash;
    jx_elf_address gnu_hash;
    uint64_t string_size;
    bool has_hash;
    bool has_gnu_hash;
} dynamic_table;

// ---------------------------------------------------------------------------------------- addresses

// Address 0 stands for none: what lies there is the ELF header.
static bool find_stretch(const jx_elf *elf, jx_elf_address address, stretch *ret)
{
    jx_elf_segment segment;
    for (size_t i = 0; i < elf->header.e_phnum && jx_elf_read_segment(elf, i, &segment); i++) {
        if (segment.p_type == PT_LOAD && address > 0 && address >= segment.p_vaddr &&
            address - segment.p_vaddr < segment.p_filesz) {
            const uint64_t inside = address - segment.p_vaddr;
            *ret = (stretch){segment.p_offset + inside, segment.p_filesz - inside, segment.p_flags};
            return true;
        }
    }
    return false;
}

// Reads inside a stretch, so that a table cannot run on into another segment.
static bool read_in(const jx_elf *elf, stretch from, uint64_t at, void *ret, size_t size)
{
    return at <= from.size && from.size - at >= size &&
           jx_elf_read(elf->bytes, from.offset + at, ret, size);
}

// ---------------------------------------------------------------------------------- dynamic section

static bool find_dynamic(const jx_elf *elf, stretch *ret)
{
    jx_elf_segment segment;
    for (size_t i = 0; i < elf->header.e_phnum && jx_elf_read_segment(elf, i, &segment); i++) {
        if (segment.p_type == PT_DYNAMIC) {
            if (!find_stretch(elf, segment.p_vaddr, ret) || ret->offset != segment.p_offset ||
                ret->size < segment.p_filesz) {
                return false;
            }
            ret->size = segment.p_filesz;
            return true;
        }
    }
    return false;
}

static bool read_dynamic(const jx_elf *elf, dynamic_table *ret)
{
    stretch from;
    jx_elf_dynamic entry;
    if (!find_dynamic(elf, &from)) {
        return false;
    }
    for (uint64_t at = 0; read_in(elf, from, at, &entry, sizeof entry); at += sizeof entry) {
        switch (entry.d_tag) {
        case DT_NULL:
            return true;
        case DT_SYMTAB:
            ret->symbols = entry.d_un.d_ptr;
            break;
        case DT_STRTAB:
            ret->strings = entry.d_un.d_ptr;
            break;
        case DT_STRSZ:
            ret->string_size = entry.d_un.d_val;
            break;
        case DT_HASH:
            ret->hash = entry.d_un.d_ptr;
            ret->has_hash = true;
            break;
        case DT_GNU_HASH:
            ret->gnu_hash = entry.d_un.d_ptr;
            ret->has_gnu_hash = true;
            break;
        default:
            break;
        }
    }
    return false;
}

// ------------------------------------------------------------------------------- number of symbols

// The dynamic symbols are not counted anywhere but in the hash tables over them.
static bool count_by_hash(const jx_elf *elf, jx_elf_address hash, uint64_t *ret)
{
    stretch from;
    uint32_t head[2]; // buckets, chains
    if (!find_stretch(elf, hash, &from) || !read_in(elf, from, 0, head, sizeof head)) {
        return false;
    }
    *ret = head[1];
    return true;
}

static bool find_last_chain(
    const jx_elf *elf, stretch from, uint64_t buckets, uint32_t bucket_count, uint32_t *ret)
{
    *ret = 0;
    for (uint64_t i = 0; i < bucket_count; i++) {
        uint32_t first = 0;
        if (!read_in(elf, from, buckets + i * sizeof first, &first, sizeof first)) {
            return false;
        }
        if (first > *ret) {
            *ret = first;
        }
    }
    return true;
}

static bool count_by_gnu_hash(const jx_elf *elf, jx_elf_address hash, uint64_t *ret)
{
    stretch from;
    uint32_t head[4]; // buckets, first symbol, words of the filter, its shift
    uint32_t last;
    if (!find_stretch(elf, hash, &from) || !read_in(elf, from, 0, head, sizeof head)) {
        return false;
    }
    const uint64_t buckets = sizeof head + (uint64_t)head[2] * sizeof(jx_elf_address);
    const uint64_t chains = buckets + (uint64_t)head[0] * sizeof(uint32_t);
    if (!find_last_chain(elf, from, buckets, head[0], &last)) {
        return false;
    }
    if (last < head[1]) {
        *ret = head[1];
        return true;
    }
    for (uint64_t symbol = last;; symbol++) {
        uint32_t value = 0;
        const uint64_t at = chains + (symbol - head[1]) * sizeof value;
        if (!read_in(elf, from, at, &value, sizeof value)) {
            return false;
        }
        if ((value & 1u) != 0) { // the end of a chain
            *ret = symbol + 1;
            return true;
        }
    }
}

// By the table that the dynamic linker would use.
static bool count_symbols(const jx_elf *elf, const dynamic_table *table, uint64_t *ret)
{
    if (table->has_gnu_hash) {
        return count_by_gnu_hash(elf, table->gnu_hash, ret);
    }
    return table->has_hash && count_by_hash(elf, table->hash, ret);
}

// ----------------------------------------------------------------------------------------- symbols

bool jx_elf_is_exported(const jx_elf_symbol *symbol)
{
    const unsigned binding = symbol->st_info >> 4;
    const unsigned visibility = symbol->st_other & 0x3u;
    return symbol->st_shndx != SHN_UNDEF && binding != STB_LOCAL &&
           (visibility == STV_DEFAULT || visibility == STV_PROTECTED);
}

bool jx_elf_is_needed(const jx_elf_symbol *symbol)
{
    return symbol->st_shndx == SHN_UNDEF && symbol->st_info >> 4 != STB_LOCAL;
}

static bool is_exported_function(const jx_elf *elf, const jx_elf_symbol *symbol)
{
    const unsigned binding = symbol->st_info >> 4;
    stretch from;
    return jx_elf_is_exported(symbol) && (binding == STB_GLOBAL || binding == STB_WEAK) &&
           (symbol->st_info & 0xfu) == STT_FUNC && find_stretch(elf, symbol->st_value, &from) &&
           (from.flags & PF_X) != 0;
}

// The number behind jx_plugin_v, as the major was written: at most nine digits, no leading zeros.
static bool read_major(jx_str name, uint32_t *ret)
{
    const jx_str start = JX_STR("jx_plugin_v");
    if (!jx_str_starts(name, start) || name.size == start.size || name.size > start.size + 9) {
        return false;
    }
    uint32_t major = 0;
    for (size_t i = start.size; i < name.size; i++) {
        if (name.data[i] < '0' || name.data[i] > '9') {
            return false;
        }
        major = major * 10 + (uint32_t)(name.data[i] - '0');
    }
    *ret = major;
    return name.data[start.size] != '0' || name.size == start.size + 1;
}

static void note_major(jx_elf_majors *majors, uint32_t major)
{
    if (major == JX_ABI_MAJOR) {
        majors->ours = true;
    } else if (!majors->any_other || major > majors->other) {
        majors->any_other = true;
        majors->other = major;
    }
}

static bool read_name(jx_str strings, uint64_t at, jx_str *ret)
{
    if (at >= strings.size) {
        return false;
    }
    const jx_str rest = jx_str_from(strings, (size_t)at);
    const char *end = memchr(rest.data, '\0', rest.size);
    if (end == NULL) {
        return false;
    }
    *ret = jx_str_first(rest, (size_t)(end - rest.data));
    return true;
}

static bool find_strings(const jx_elf *elf, const dynamic_table *table, jx_str *ret)
{
    stretch from;
    if (!find_stretch(elf, table->strings, &from) || table->string_size > from.size) {
        return false;
    }
    *ret = (jx_str){elf->bytes.data + from.offset, (size_t)table->string_size};
    return true;
}

static bool read_symbols(
    const jx_elf *elf, stretch from, uint64_t count, jx_str strings, jx_elf_visit visit, void *user)
{
    for (uint64_t i = 1; i < count; i++) {
        jx_elf_symbol symbol;
        jx_str name = JX_STR_NONE;
        if (!read_in(elf, from, i * sizeof symbol, &symbol, sizeof symbol)) {
            return false;
        }
        (void)read_name(strings, symbol.st_name, &name);
        visit(user, &symbol, name);
    }
    return true;
}

bool jx_elf_each_symbol(const jx_elf *elf, jx_elf_visit visit, void *user, const char **ret_bad)
{
    dynamic_table table = {0};
    uint64_t count;
    stretch symbols;
    jx_str strings;
    if (!read_dynamic(elf, &table)) {
        *ret_bad = "PT_DYNAMIC";
    } else if (!find_strings(elf, &table, &strings)) {
        *ret_bad = "DT_STRTAB";
    } else if (!count_symbols(elf, &table, &count)) {
        *ret_bad = table.has_gnu_hash ? "DT_GNU_HASH" : "DT_HASH";
    } else if (!find_stretch(elf, table.symbols, &symbols) ||
               !read_symbols(elf, symbols, count, strings, visit, user)) {
        *ret_bad = "DT_SYMTAB";
    } else {
        return true;
    }
    return false;
}

typedef struct majors_search {
    const jx_elf *elf;
    jx_elf_majors majors;
} majors_search;

static void visit_entry(void *user, const jx_elf_symbol *symbol, jx_str name)
{
    majors_search *search = user;
    uint32_t major;
    if (name.data != NULL && is_exported_function(search->elf, symbol) &&
        read_major(name, &major)) {
        note_major(&search->majors, major);
    }
}

bool jx_elf_find_majors(const jx_elf *elf, jx_elf_majors *ret, const char **ret_bad)
{
    majors_search search = {.elf = elf};
    if (!jx_elf_each_symbol(elf, visit_entry, &search, ret_bad)) {
        return false;
    }
    *ret = search.majors;
    return true;
}
