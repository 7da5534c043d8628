// SPDX-License-Identifier: MIT
#include "read/encoding.h"

#include "read/source.h"
#include "read/well_formed.h"

static const jx_str UTF8_MARK = JX_STR("\xEF\xBB\xBF");
static const jx_str GB18030_MARK = JX_STR("\x84\x31\x95\x33");
static const jx_str UTF16_MARKS[] = {JX_STR("\xFF\xFE"), JX_STR("\xFE\xFF")};

size_t jx_writing_cut(jx_str text)
{
    for (size_t back = 1; back <= 3 && back <= text.size; back++) {
        const unsigned char byte = (unsigned char)text.data[text.size - back];
        if ((byte & 0xC0u) != 0x80u) {
            const size_t length = byte >= 0xF0u ? 4 : byte >= 0xE0u ? 3 : byte >= 0xC0u ? 2 : 1;
            return length > back ? back : 0;
        }
    }
    return 0;
}

// The beginning of a character tells nothing yet, unless nothing follows.
static void detect(jx_writing *writing, uint32_t line, jx_str block)
{
    size_t bad = 0;
    const jx_str whole = jx_str_first(block, block.size - jx_writing_cut(block));
    if (jx_is_ascii(whole)) {
        bad = whole.size;
    } else if (jx_well_formed(whole, &bad) || whole.data[bad] == '\0') {
        writing->encoding = JX_ENCODING_UTF8;
        return;
    }
    writing->encoding = JX_ENCODING_GB18030;
    writing->guessed = true;
    writing->bad_line = line + jx_source_count_lines(jx_str_first(block, bad));
}

void jx_writing_look(jx_writing *writing, uint32_t line, jx_str block, bool at_end)
{
    if (writing->encoding != JX_ENCODING_DETECT) {
        return;
    }
    const jx_str told = jx_str_first(block, block.size - (at_end ? 0 : jx_writing_cut(block)));
    if (!jx_is_ascii(told)) {
        detect(writing, line, block);
    }
}

size_t jx_writing_take_mark(jx_writing *writing, jx_str text)
{
    if (writing->encoding != JX_ENCODING_GB18030 && jx_str_starts(text, UTF8_MARK)) {
        writing->encoding = JX_ENCODING_UTF8;
        return UTF8_MARK.size;
    }
    if (writing->encoding != JX_ENCODING_UTF8 && jx_str_starts(text, GB18030_MARK)) {
        writing->encoding = JX_ENCODING_GB18030;
        return GB18030_MARK.size;
    }
    return 0;
}

bool jx_writing_is_utf16(jx_str text)
{
    return jx_str_starts(text, UTF16_MARKS[0]) || jx_str_starts(text, UTF16_MARKS[1]);
}
