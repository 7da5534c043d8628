// SPDX-License-Identifier: MIT
// Folders and the paths of what lies in them. [any-thread]
#ifndef JIXIAO_BASE_FOLDER_H
#define JIXIAO_BASE_FOLDER_H

#include "base/arena.h"
#include "base/error.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

// Paths that end in NUL, in the arena they were listed in.
typedef struct jx_paths {
    const char **rows;
    size_t count;
} jx_paths;

// Whether a folder of that name is there.
bool jx_folder_exists(const char *path);

// Sets *ret to the paths of the folder's files that end in one of the suffixes (parted by blanks) and do not begin with a dot, in byte order. A folder that
// cannot be read to its end is `message`, whose {1} is the reason; out of memory is JX_ESYSTEM.
jx_status jx_folder_list(jx_arena *arena,
                         const char *path,
                         const char *suffixes,
                         jx_message message,
                         jx_paths *ret,
                         jx_error *err);

// The part of a path up to its last '/', included; empty where there is none.
jx_str jx_path_folder(jx_str path);

// The rest: the name of what lies there.
jx_str jx_path_name(jx_str path);

// Whether the path ends in one of the endings, parted by blanks, in letters of either case. An ending alone is no name with one.
bool jx_path_ends_in(jx_str path, jx_str endings);

// The path without slashes at its end, but that of the root.
jx_str jx_path_bare(jx_str path);

// `name` inside `folder`, ended by NUL; JX_STR_NONE where memory is out.
jx_str jx_path_join(jx_arena *arena, jx_str folder, const char *name);

enum { JX_LINKS_FOLLOWED = 40 }; // as many as the system follows

// Sets *ret to where the link at `path` points, spelled so that it can be opened from here; NULL where there is no
// link. Returns 0 or an errno.
int jx_link_read(jx_arena *arena, const char *path, const char **ret);

// Follows links to where the last one points, whether or not something is there. Returns 0 or an errno.
int jx_link_follow(jx_arena *arena, const char *path, const char **ret);

#endif
