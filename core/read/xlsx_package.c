// SPDX-License-Identifier: MIT
#include "read/xlsx_package.h"

#include "base/arena.h"
#include "read/xlsx_kind.h"

#include <zip.h>

struct jx_xlsx_package {
    jx_arena *arena;
    const char *path;
    zip_t *zip;
};

struct jx_xlsx_part {
    jx_arena *arena;
    const char *path;
    jx_str name;
    zip_file_t *file;
    uint64_t packed; // bytes, by what the file says
    uint64_t read;   // so far, unpacked
    jx_status status;
    jx_error fault;
};

bool jx_xlsx_is_named(const char *path)
{
    static const jx_str endings[] = {JX_STR(".xlsx"), JX_STR(".xlsm"), JX_STR(".xlsb"),
                                     JX_STR(".xls"),  JX_STR(".ods"),  JX_STR(".et")};
    const jx_str name = jx_str_of(path);
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        const size_t size = endings[i].size;
        if (name.size > size && name.data[name.size - size] == '.' &&
            jx_str_is_caseless(jx_str_from(name, name.size - size + 1), endings[i].data + 1)) {
            return true;
        }
    }
    return false;
}

static jx_status refuse(const jx_xlsx_package *package, jx_message message, jx_error *err)
{
    const jx_place place = {.file = package->path};
    return jx_fail(err, &place, message, JX_STR_NONE);
}

// ------------------------------------------------------------------------------------------- packages

static jx_status refuse_archive(const jx_xlsx_package *package, zip_error_t *why, jx_error *err)
{
    const jx_place place = {.file = package->path};
    if (zip_error_code_zip(why) == ZIP_ER_MEMORY) {
        return jx_fail_memory(err);
    }
    return jx_fail(err, &place, JX_MESSAGE_XLSX_ARCHIVE, jx_str_of(zip_error_strerror(why)));
}

static jx_status open_archive(jx_xlsx_package *package, jx_error *err)
{
    int code = 0;
    package->zip = zip_open(package->path, ZIP_RDONLY | ZIP_CHECKCONS, &code);
    if (package->zip == NULL) {
        zip_error_t why;
        zip_error_init_with_code(&why, code);
        const jx_status status = refuse_archive(package, &why, err);
        zip_error_fini(&why);
        return status;
    }
    if (zip_get_num_entries(package->zip, 0) > JX_XLSX_PARTS) {
        char most[JX_NUMBER_TEXT];
        const jx_place place = {.file = package->path};
        return jx_fail(err, &place, JX_MESSAGE_XLSX_PARTS, jx_str_number(JX_XLSX_PARTS, most));
    }
    return JX_OK;
}

// What a part tells of the file that has it.
static jx_status check_parts(const jx_xlsx_package *package, jx_error *err)
{
    static const struct {
        jx_str name;
        jx_message message;
    } strange[] = {{JX_STR("xl/vbaProject.bin"), JX_MESSAGE_XLSX_MACROS},
                   {JX_STR("xl/workbook.bin"), JX_MESSAGE_XLSX_BINARY},
                   {JX_STR("META-INF/manifest.xml"), JX_MESSAGE_XLSX_OPEN_DOCUMENT}};
    for (size_t i = 0; i < sizeof strange / sizeof strange[0]; i++) {
        if (jx_xlsx_package_has(package, strange[i].name)) {
            return refuse(package, strange[i].message, err);
        }
    }
    return jx_xlsx_package_has(package, (jx_str)JX_STR("[Content_Types].xml"))
               ? JX_OK
               : refuse(package, JX_MESSAGE_XLSX_OTHER, err);
}

jx_status jx_xlsx_package_open(const char *path, jx_xlsx_package **ret, jx_error *err)
{
    jx_status status = jx_xlsx_kind_check(path, err);
    if (status != JX_OK) {
        return status;
    }
    jx_arena *arena = jx_arena_new();
    jx_xlsx_package *package = arena == NULL ? NULL : jx_arena_alloc(arena, sizeof *package);
    if (package == NULL) {
        jx_arena_free(arena);
        return jx_fail_memory(err);
    }
    *package = (jx_xlsx_package){.arena = arena, .path = path};
    status = open_archive(package, err);
    status = status != JX_OK ? status : check_parts(package, err);
    if (status != JX_OK) {
        jx_xlsx_package_close(package);
        return status;
    }
    *ret = package;
    return JX_OK;
}

void jx_xlsx_package_close(jx_xlsx_package *package)
{
    if (package != NULL) {
        if (package->zip != NULL) {
            zip_discard(package->zip);
        }
        jx_arena_free(package->arena);
    }
}

// Below 0: there is none.
static zip_int64_t locate(const jx_xlsx_package *package, jx_str name)
{
    enum { NAME = 1 << 10 };
    char text[NAME];
    if (name.size >= sizeof text || name.size == 0) {
        return -1;
    }
    memcpy(text, name.data, name.size);
    text[name.size] = '\0';
    return zip_name_locate(package->zip, text, ZIP_FL_NOCASE);
}

bool jx_xlsx_package_has(const jx_xlsx_package *package, jx_str name)
{
    return locate(package, name) >= 0;
}

// ---------------------------------------------------------------------------------------------- parts

#define refuse_part(part, message, ...)                                                            \
  set_fault((part), (message), JX_ARGS((part)->name, __VA_ARGS__))

static jx_status set_fault(jx_xlsx_part *part, jx_message message, const jx_str *args)
{
    const jx_place place = {.file = part->path};
    part->status = jx_error_set(&part->fault, &place, message, args);
    return part->status;
}

// By what the file says of the part, which may be a lie: what is read is counted as well.
static jx_status check_sizes(jx_xlsx_part *part, const zip_stat_t *about)
{
    char most[JX_NUMBER_TEXT];
    const bool has_size = (about->valid & ZIP_STAT_SIZE) != 0;
    part->packed = (about->valid & ZIP_STAT_COMP_SIZE) != 0 ? about->comp_size : 0;
    if ((about->valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 &&
        about->encryption_method != ZIP_EM_NONE) {
        const jx_place place = {.file = part->path};
        part->status = jx_fail(&part->fault, &place, JX_MESSAGE_XLSX_LOCKED, JX_STR_NONE);
        return part->status;
    }
    if (has_size && about->size > JX_XLSX_PART) {
        return refuse_part(part, JX_MESSAGE_XLSX_PART_LARGE, jx_str_number(JX_XLSX_PART, most));
    }
    return JX_OK;
}

static jx_status open_part(jx_xlsx_package *package, zip_uint64_t index, jx_xlsx_part *part)
{
    zip_stat_t about;
    zip_stat_init(&about);
    const bool known = zip_stat_index(package->zip, index, 0, &about) == 0;
    if (known && check_sizes(part, &about) != JX_OK) {
        return part->status;
    }
    part->file = known ? zip_fopen_index(package->zip, index, 0) : NULL;
    if (part->file != NULL) {
        return JX_OK;
    }
    zip_error_t *why = zip_get_error(package->zip);
    if (zip_error_code_zip(why) == ZIP_ER_MEMORY) {
        part->status = jx_fail_memory(&part->fault);
        return part->status;
    }
    return refuse_part(part, JX_MESSAGE_XLSX_PART_BROKEN, jx_str_of(zip_error_strerror(why)));
}

jx_status jx_xlsx_part_open(jx_xlsx_package *package,
                            jx_str name,
                            jx_xlsx_part **ret,
                            jx_error *err)
{
    const zip_int64_t index = locate(package, name);
    *ret = NULL;
    if (index < 0) {
        return JX_OK;
    }
    jx_arena *arena = jx_arena_new();
    jx_xlsx_part *part = arena == NULL ? NULL : jx_arena_alloc(arena, sizeof *part);
    if (part == NULL) {
        jx_arena_free(arena);
        return jx_fail_memory(err);
    }
    *part = (jx_xlsx_part){.arena = arena,
                           .path = package->path,
                           .name = jx_arena_copy(arena, name),
                           .fault = JX_ERROR(err == NULL ? JX_ZH : err->lang)};
    jx_status status = part->name.data == NULL ? jx_fail_memory(err) : JX_OK;
    if (status == JX_OK && open_part(package, (zip_uint64_t)index, part) != JX_OK) {
        status = jx_xlsx_part_fault(part, err);
    }
    if (status != JX_OK) {
        jx_xlsx_part_close(part);
        return status;
    }
    *ret = part;
    return JX_OK;
}

static bool is_bomb(const jx_xlsx_part *part)
{
    return part->read > JX_XLSX_SMALL && part->read / JX_XLSX_RATIO > part->packed;
}

int jx_xlsx_part_read(jx_xlsx_part *part, char *to, int most)
{
    char number[JX_NUMBER_TEXT];
    if (part->status != JX_OK) {
        return -1;
    }
    const zip_int64_t got = zip_fread(part->file, to, (zip_uint64_t)most);
    if (got < 0) {
        zip_error_t *why = zip_file_get_error(part->file);
        (void)refuse_part(part, JX_MESSAGE_XLSX_PART_BROKEN, jx_str_of(zip_error_strerror(why)));
        return -1;
    }
    part->read += (uint64_t)got;
    if (part->read > JX_XLSX_PART) {
        (void)refuse_part(part, JX_MESSAGE_XLSX_PART_LARGE, jx_str_number(JX_XLSX_PART, number));
        return -1;
    }
    if (is_bomb(part)) {
        (void)refuse_part(part, JX_MESSAGE_XLSX_PART_DENSE, jx_str_number(JX_XLSX_RATIO, number));
        return -1;
    }
    return (int)got;
}

jx_status jx_xlsx_part_fault(const jx_xlsx_part *part, jx_error *err)
{
    if (part->status != JX_OK && err != NULL) {
        *err = part->fault;
    }
    return part->status;
}

jx_str jx_xlsx_part_name(const jx_xlsx_part *part)
{
    return part->name;
}

const char *jx_xlsx_part_path(const jx_xlsx_part *part)
{
    return part->path;
}

void jx_xlsx_part_close(jx_xlsx_part *part)
{
    if (part != NULL) {
        if (part->file != NULL) {
            (void)zip_fclose(part->file);
        }
        jx_arena_free(part->arena);
    }
}
