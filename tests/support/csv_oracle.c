// SPDX-License-Identifier: MIT
#include "support/csv_oracle.h"

#include "base/text.h"
#include "read/csv.h"

struct oracle {
    jx_str left;
    uint32_t line;
    jx_text field;
    jx_text record;
    jx_text said;
    jx_message fault;
    uint32_t fault_line;
};

static bool is_next(const struct oracle *oracle, const char *bytes)
{
    return jx_str_starts(oracle->left, jx_str_of(bytes));
}

static char take(struct oracle *oracle)
{
    const char byte = oracle->left.data[0];
    oracle->left = jx_str_from(oracle->left, 1);
    oracle->line += byte == '\n';
    return byte;
}

static void say_field(jx_text *text, jx_str field)
{
    jx_text_add_char(text, '<');
    for (size_t i = 0; i < field.size; i++) {
        if (field.data[i] == '<' || field.data[i] == '>' || field.data[i] == '\\') {
            jx_text_add_char(text, '\\');
        }
        jx_text_add_char(text, field.data[i]);
    }
    jx_text_add_char(text, '>');
}

static void say_line(jx_text *text, uint32_t line, char mark)
{
    jx_text_add_number(text, line);
    jx_text_add_char(text, mark);
}

static void fail(struct oracle *oracle, uint32_t line, jx_message message)
{
    if (oracle->fault == JX_MESSAGE_NONE) {
        oracle->fault = message;
        oracle->fault_line = line;
    }
}

static void take_quoted(struct oracle *oracle)
{
    const uint32_t line = oracle->line;
    take(oracle);
    while (oracle->left.size != 0) {
        const char byte = take(oracle);
        if (byte == '"' && !is_next(oracle, "\"")) {
            if (oracle->left.size != 0 && !is_next(oracle, ",") && !is_next(oracle, "\n") &&
                !is_next(oracle, "\r")) {
                fail(oracle, oracle->line, JX_MESSAGE_CSV_BEHIND_QUOTE);
            }
            return;
        }
        jx_text_add_char(&oracle->field, byte == '"' ? take(oracle) : byte);
    }
    fail(oracle, line, JX_MESSAGE_CSV_OPEN_QUOTE);
}

static void take_plain(struct oracle *oracle)
{
    while (oracle->left.size != 0 && oracle->fault == JX_MESSAGE_NONE) {
        if (is_next(oracle, ",") || is_next(oracle, "\n") || is_next(oracle, "\r")) {
            return;
        }
        if (is_next(oracle, "\"")) {
            fail(oracle, oracle->line, JX_MESSAGE_CSV_STRAY_QUOTE);
        }
        jx_text_add_char(&oracle->field, take(oracle));
    }
}

static void take_record(struct oracle *oracle)
{
    jx_text_clear(&oracle->record);
    say_line(&oracle->record, oracle->line, ':');
    for (bool more = true; more && oracle->fault == JX_MESSAGE_NONE;) {
        jx_text_clear(&oracle->field);
        if (is_next(oracle, "\"")) {
            take_quoted(oracle);
        } else {
            take_plain(oracle);
        }
        say_field(&oracle->record, jx_text_str(&oracle->field));
        more = is_next(oracle, ",");
        if (more) {
            take(oracle);
        }
    }
    if (is_next(oracle, "\r") && !is_next(oracle, "\r\n")) {
        fail(oracle, oracle->line, JX_MESSAGE_CSV_CARRIAGE);
    }
    while (oracle->fault == JX_MESSAGE_NONE && oracle->left.size != 0 && take(oracle) != '\n') {
    }
    jx_text_add_char(&oracle->record, '\n');
}

jx_str csv_oracle(jx_arena *arena, jx_str text)
{
    struct oracle oracle = {.left = text,
                            .line = 1,
                            .field = jx_text_in(arena),
                            .record = jx_text_in(arena),
                            .said = jx_text_in(arena)};
    while (oracle.left.size != 0 && oracle.fault == JX_MESSAGE_NONE) {
        if (is_next(&oracle, "\n") || is_next(&oracle, "\r\n")) {
            while (take(&oracle) != '\n') {
            }
            continue;
        }
        take_record(&oracle);
        if (oracle.fault == JX_MESSAGE_NONE) {
            jx_text_add(&oracle.said, jx_text_str(&oracle.record));
        }
    }
    if (oracle.fault != JX_MESSAGE_NONE) {
        say_line(&oracle.said, oracle.fault_line, '!');
        jx_text_add_number(&oracle.said, oracle.fault);
    }
    return jx_text_str(&oracle.said);
}

static jx_status say_records(jx_csv *csv, jx_text *said, jx_error *err)
{
    for (;;) {
        jx_record record;
        bool more = false;
        const jx_status status = jx_csv_next(csv, &record, &more, err);
        if (status != JX_OK || !more) {
            return status;
        }
        say_line(said, record.line, ':');
        for (size_t i = 0; i < record.count; i++) {
            say_field(said, record.fields[i]);
        }
        jx_text_add_char(said, '\n');
    }
}

jx_str csv_oracle_read(jx_arena *arena, const char *path)
{
    jx_csv *csv = NULL;
    jx_error err = JX_ERROR(JX_EN);
    jx_text said = jx_text_in(arena);
    jx_status status = jx_csv_open(path, JX_ENCODING_DETECT, &csv, &err);
    status = status != JX_OK ? status : say_records(csv, &said, &err);
    if (status != JX_OK) {
        say_line(&said, err.line, '!');
        jx_text_add_number(&said, err.message);
    }
    jx_csv_close(csv);
    return jx_text_str(&said);
}
