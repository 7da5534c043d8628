// SPDX-License-Identifier: MIT
#include "batch/journal.h"

#include "base/clock.h"
#include "read/names.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum { HEAD = 512, BLOCK = 1 << 16, SYNC_EVERY = 1000 }; // milliseconds

static const char MAGIC[] = "jixiao-journal 1\n";

// An entry in the file: its own hash, that of the results it tells of, then this, the counts of grades, the sheets seen and
// the keys.
typedef struct fixed_part {
    uint64_t hash; // of all that follows it
    uint64_t results_hash;
    uint64_t size;
    jx_position at;
    uint64_t key_count;
    uint64_t projects;
    uint64_t incomplete;
    uint64_t faulty;
    jx_decimal sum;
    jx_lane_name last;
    int32_t code;
    uint32_t file;
    jx_encoding began;
    bool overflow;
    bool in_order;
} fixed_part;

struct jx_journal {
    jx_arena *arena;
    const char *path;
    int file;
    int part; // the results so far, for reading
    size_t sheets;
    size_t grades;
    uint64_t begin; // of the entries
    uint64_t end;   // of those that hold
    uint64_t size;  // of the results that they tell of
    jx_text entry;  // being read or written
    int64_t synced;
};

static jx_status refuse(const jx_journal *journal, int number, jx_error *err)
{
    const jx_place place = {.file = journal->path};
    return number == ENOSPC || number == EDQUOT
               ? jx_fail(err, &place, JX_MESSAGE_JOURNAL_FULL, JX_STR_NONE)
               : jx_fail_system(err, &place, JX_MESSAGE_JOURNAL_UNREADABLE, number);
}

// -------------------------------------------------------------------------------------------------- head

static void put_head(jx_text *head, const jx_identity *identity)
{
    jx_text_put(head, MAGIC);
    for (size_t i = 0; i < JX_IDENTITY_PARTS; i++) {
        jx_text_put(head, jx_identity_names[i]);
        jx_text_add_char(head, '=');
        jx_text_put(head, identity->digests[i].text);
        jx_text_add_char(head, '\n');
    }
}

static const jx_words part_words[JX_IDENTITY_PARTS] = {
    {"实际值", "the actuals"},
    {"实际值的文件名或编码", "names or encoding of the actuals' files"},
    {"项目文件或其路径", "the project files or their paths"},
    {"插件", "the plugins"},
    {"脚本或其路径", "the scripts or their paths"},
    {"选项、设置或程序版本", "options, settings or the engine"},
};

// Which part of the identity is another; JX_IDENTITY_PARTS where the head is none at all.
static size_t find_difference(jx_str head, jx_str expected)
{
    if (!jx_str_starts(head, (jx_str)JX_STR("jixiao-journal 1\n"))) {
        return JX_IDENTITY_PARTS;
    }
    (void)jx_str_next(&head, '\n');
    (void)jx_str_next(&expected, '\n');
    for (size_t i = 0; i < JX_IDENTITY_PARTS; i++) {
        if (!jx_str_equal(jx_str_next(&head, '\n'), jx_str_next(&expected, '\n'))) {
            return i;
        }
    }
    return JX_IDENTITY_PARTS;
}

// A file that was longer than what had reached the disk when the power went is of zeros.
static bool is_blank(jx_str head)
{
    size_t i = 0;
    while (i < head.size && head.data[i] == '\0') {
        i++;
    }
    return i == head.size;
}

static jx_status write_head(const jx_journal *journal, jx_str head, jx_error *err)
{
    if (ftruncate(journal->file, 0) != 0) {
        return refuse(journal, errno, err);
    }
    const ssize_t put = pwrite(journal->file, head.data, head.size, 0);
    return put == (ssize_t)head.size ? JX_OK : refuse(journal, put < 0 ? errno : ENOSPC, err);
}

// A head that is not whole never came to the disk: nothing behind it is trusted, and it is written again.
static jx_status check_head(jx_journal *journal, jx_str expected, jx_error *err)
{
    char found[HEAD];
    const ssize_t got = pread(journal->file, found, expected.size, 0);
    const jx_str head = {found, got < 0 ? 0 : (size_t)got};
    const jx_place place = {.file = journal->path};
    if (got < 0) {
        return refuse(journal, errno, err);
    }
    if (is_blank(head) || (head.size < expected.size && jx_str_starts(expected, head))) {
        return write_head(journal, expected, err);
    }
    if (jx_str_equal(head, expected)) {
        return JX_OK;
    }
    const size_t part = find_difference(head, expected);
    return part == JX_IDENTITY_PARTS
               ? jx_fail(err, &place, JX_MESSAGE_JOURNAL_NONE, JX_STR_NONE)
               : jx_fail(err, &place, JX_MESSAGE_JOURNAL_FOREIGN,
                         jx_str_of(jx_words_in(part_words[part], err == NULL ? JX_ZH : err->lang)));
}

static jx_status open_files(jx_journal *journal, const jx_output *output, jx_error *err)
{
    const jx_place place = {.file = journal->path};
    journal->file =
        open(journal->path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (journal->file < 0) {
        return refuse(journal, errno, err);
    }
    if (flock(journal->file, LOCK_EX | LOCK_NB) != 0) {
        return errno == EWOULDBLOCK ? jx_fail(err, &place, JX_MESSAGE_JOURNAL_BUSY, JX_STR_NONE)
                                    : refuse(journal, errno, err);
    }
    journal->part = open(jx_output_part(output), O_RDONLY | O_CLOEXEC);
    return journal->part < 0 ? refuse(journal, errno, err) : JX_OK;
}

jx_status jx_journal_open(jx_arena *arena,
                          const jx_output *output,
                          const jx_identity *identity,
                          size_t sheets,
                          size_t grades,
                          jx_journal **ret,
                          jx_error *err)
{
    jx_text path = jx_text_in(arena);
    jx_text head = jx_text_in(arena);
    jx_journal *journal = jx_arena_alloc(arena, sizeof *journal);
    jx_text_put(&path, jx_output_target(output));
    jx_text_put(&path, ".jixiao-journal");
    put_head(&head, identity);
    if (journal == NULL || head.failed || jx_text_end(&path).data == NULL) {
        return jx_fail_memory(err);
    }
    *journal = (jx_journal){.arena = arena,
                            .path = path.data,
                            .file = -1,
                            .part = -1,
                            .sheets = sheets,
                            .grades = grades,
                            .begin = head.size,
                            .end = head.size,
                            .entry = jx_text_in(arena),
                            .synced = jx_clock_now()};
    jx_status status = open_files(journal, output, err);
    status = status != JX_OK ? status : check_head(journal, jx_text_str(&head), err);
    if (status != JX_OK) {
        jx_journal_close(journal, false);
        return status;
    }
    *ret = journal;
    return JX_OK;
}

void jx_journal_leave(const jx_journal *journal)
{
    if (journal != NULL && journal->part >= 0) {
        (void)close(journal->part);
    }
    if (journal != NULL && journal->file >= 0) {
        (void)close(journal->file);
    }
}

bool jx_journal_is_empty(const jx_journal *journal)
{
    return journal->end == journal->begin;
}

void jx_journal_close(jx_journal *journal, bool is_done)
{
    if (journal != NULL && is_done) {
        (void)unlink(journal->path);
    }
    jx_journal_leave(journal);
}

// ----------------------------------------------------------------------------------------------- reading

static size_t tail_size(const jx_journal *journal, const fixed_part *fixed)
{
    return (journal->grades + fixed->key_count) * sizeof(uint64_t) + journal->sheets;
}

static bool read_whole(int file, uint64_t offset, char *to, size_t size)
{
    size_t got = 0;
    while (got < size) {
        const ssize_t some = pread(file, to + got, size - got, (off_t)(offset + got));
        if (some <= 0) {
            return false;
        }
        got += (size_t)some;
    }
    return true;
}

// The hash of results from the last entry's to `size`; false where there are fewer.
static bool hash_results(const jx_journal *journal, uint64_t size, uint64_t *ret)
{
    char block[BLOCK];
    uint64_t hash = 0;
    for (uint64_t at = journal->size; at < size;) {
        const size_t some = size - at < BLOCK ? (size_t)(size - at) : BLOCK;
        if (!read_whole(journal->part, at, block, some)) {
            return false;
        }
        hash = (hash ^ jx_names_hash((jx_str){block, some})) * 3;
        at += some;
    }
    *ret = hash;
    return true;
}

static uint64_t hash_of(const char *entry, size_t size)
{
    return jx_names_hash((jx_str){entry + sizeof(uint64_t), size - sizeof(uint64_t)});
}

// Reads the next entry into journal->entry; false where none is whole.
static bool read_entry(jx_journal *journal, fixed_part *ret)
{
    struct stat about;
    if (fstat(journal->file, &about) != 0 ||
        !read_whole(journal->file, journal->end, (char *)ret, sizeof *ret) ||
        ret->key_count > JX_LANE_ROWS) {
        return false;
    }
    const size_t size = sizeof *ret + tail_size(journal, ret);
    if (journal->end + size > (uint64_t)about.st_size) {
        return false;
    }
    if (journal->entry.capacity < size) {
        char *grown = jx_arena_alloc(journal->arena, 2 * size);
        if (grown == NULL) {
            return false;
        }
        journal->entry.data = grown;
        journal->entry.capacity = 2 * size;
    }
    journal->entry.size = size;
    return read_whole(journal->file, journal->end, journal->entry.data, size) &&
           hash_of(journal->entry.data, size) == ret->hash;
}

bool jx_journal_next(jx_journal *journal, jx_journal_entry *ret)
{
    fixed_part fixed;
    uint64_t hash = 0;
    if (!read_entry(journal, &fixed) || fixed.size < journal->size ||
        !hash_results(journal, fixed.size, &hash) || hash != fixed.results_hash) {
        return false;
    }
    char *grades = journal->entry.data + sizeof fixed;
    char *keys = grades + journal->grades * sizeof(uint64_t);
    *ret = (jx_journal_entry){.size = fixed.size,
                              .file = fixed.file,
                              .at = fixed.at,
                              .began = fixed.began,
                              .in_order = fixed.in_order,
                              .last = fixed.last,
                              .counts = {.projects = fixed.projects,
                                         .incomplete = fixed.incomplete,
                                         .faulty = fixed.faulty,
                                         .sum = fixed.sum,
                                         .overflow = fixed.overflow,
                                         .code = fixed.code,
                                         .grades = (uint64_t *)(void *)grades,
                                         .grade_count = journal->grades},
                              .sheets = (bool *)(keys + fixed.key_count * sizeof(uint64_t)),
                              .keys = (uint64_t *)(void *)keys,
                              .key_count = (size_t)fixed.key_count};
    journal->end += journal->entry.size;
    journal->size = fixed.size;
    return true;
}

// ----------------------------------------------------------------------------------------------- writing

static void put(jx_text *entry, const void *bytes, size_t size)
{
    jx_text_add(entry, (jx_str){bytes, size});
}

static void put_entry(jx_journal *journal, const jx_journal_entry *entry, uint64_t results_hash)
{
    fixed_part fixed;
    memset(&fixed, 0, sizeof fixed); // between its members, too
    fixed.results_hash = results_hash;
    fixed.size = entry->size;
    fixed.at = entry->at;
    fixed.began = entry->began;
    fixed.key_count = entry->key_count;
    fixed.projects = entry->counts.projects;
    fixed.incomplete = entry->counts.incomplete;
    fixed.faulty = entry->counts.faulty;
    fixed.sum = entry->counts.sum;
    fixed.last = entry->last;
    fixed.code = entry->counts.code;
    fixed.file = entry->file;
    fixed.overflow = entry->counts.overflow;
    fixed.in_order = entry->in_order;
    jx_text_clear(&journal->entry);
    put(&journal->entry, &fixed, sizeof fixed);
    put(&journal->entry, entry->counts.grades, journal->grades * sizeof(uint64_t));
    put(&journal->entry, entry->keys, entry->key_count * sizeof(uint64_t));
    put(&journal->entry, entry->sheets, journal->sheets * sizeof(bool));
    if (!journal->entry.failed) {
        const uint64_t hash = hash_of(journal->entry.data, journal->entry.size);
        memcpy(journal->entry.data, &hash, sizeof hash);
    }
}

static jx_status write_entry(jx_journal *journal, jx_error *err)
{
    const jx_str bytes = jx_text_str(&journal->entry);
    for (size_t done = 0; done < bytes.size;) {
        const ssize_t put = pwrite(journal->file, bytes.data + done, bytes.size - done,
                                   (off_t)(journal->end + done));
        if (put < 0 && errno != EINTR) {
            return refuse(journal, errno, err);
        }
        done += put < 0 ? 0 : (size_t)put;
    }
    journal->end += bytes.size;
    return JX_OK;
}

jx_status jx_journal_add(jx_journal *journal,
                         jx_output *output,
                         const jx_journal_entry *entry,
                         jx_error *err)
{
    uint64_t hash = 0;
    const bool sync = jx_clock_now() - journal->synced >= SYNC_EVERY;
    jx_status status = jx_output_flush(output, sync, err);
    if (status != JX_OK) {
        return status;
    }
    if (!hash_results(journal, entry->size, &hash)) {
        return refuse(journal, EIO, err);
    }
    put_entry(journal, entry, hash);
    status = journal->entry.failed ? jx_fail_memory(err) : write_entry(journal, err);
    if (status == JX_OK && sync && fdatasync(journal->file) != 0) {
        return refuse(journal, errno, err);
    }
    journal->size = entry->size;
    journal->synced = sync ? jx_clock_now() : journal->synced;
    return status;
}
