// SPDX-License-Identifier: MIT
// Any bytes may be a script: what is read of them, and run twice in one cage and once in a new one, ends in the same
// way, in one line, and gives nothing that is no text.
#include "base/utf8.h"
#include "fuzz/fuzz_file.h"
#include "support/script_ground.h"

#include <string.h>

enum { KIB = 1024 };

static void check_error(const jx_script_ground *ground, jx_status status)
{
    const jx_str text = jx_str_of(ground->err.text);
    fuzz_expect(status == JX_EPLUGIN);
    fuzz_expect(text.size != 0 && jx_utf8_check(text, NULL));
    fuzz_expect(memchr(text.data, '\n', text.size) == NULL);
}

// The time may be up in one run and not in another.
static bool is_timed_out(const jx_script_ground *ground)
{
    return ground->err.message == JX_MESSAGE_SCRIPT_TIME;
}

static jx_str run(jx_script_ground *ground, bool of_project)
{
    const jx_status status = jx_ground_run(ground, 0, of_project);
    if (status != JX_OK) {
        check_error(ground, status);
        jx_text_put(&ground->given, ground->err.text);
    }
    fuzz_expect(!ground->given.failed && jx_utf8_check(jx_text_str(&ground->given), NULL));
    return jx_arena_copy(ground->arena, jx_text_str(&ground->given));
}

static jx_str run_project(jx_script_ground *ground, bool of_project)
{
    jx_cage_begin(ground->cage);
    const jx_str gave = run(ground, of_project);
    return jx_cage_begin_again(ground->cage) ? run(ground, of_project) : gave;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    jx_script_ground ground;
    const bool of_project = size % 2 == 0;
    jx_ground_begin(&ground);
    ground.limits =
        (jx_script_limits){.instructions = 4000, .bytes = (size_t)64 * KIB, .milliseconds = 1000};
    const jx_status status = jx_ground_read(&ground, (jx_str){(const char *)data, size});
    if (status != JX_OK) {
        check_error(&ground, status);
    } else {
        jx_ground_cage(&ground);
        const jx_str first = run_project(&ground, of_project);
        bool timed_out = is_timed_out(&ground);
        const jx_str second = run_project(&ground, of_project);
        timed_out = timed_out || is_timed_out(&ground);
        fuzz_expect(timed_out || jx_str_equal(first, second));
    }
    jx_ground_end(&ground);
    return 0;
}
