// SPDX-License-Identifier: MIT
#include "base/digest.h"
#include "support/jx_rows.h"

static const struct digest {
    const char *name;
    jx_str bytes;
    const char *expected;
} DIGESTS[] = {
    {"digests nothing", JX_STR(""),
     "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
    {"digests no text as an empty one",
     {NULL, 0},
     "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
    {"digests three bytes", JX_STR("abc"),
     "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
    {"digests a block and more", JX_STR("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
     "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
};

static void test_digest(void **state)
{
    const struct digest *row = *state;
    jx_digest digest = jx_digest_of(row->bytes);
    assert_string_equal(digest.text, row->expected);
}

int main(void)
{
    jx_rows all = {.count = 0};
    JX_ROWS(&all, DIGESTS, test_digest);
    return jx_rows_run(&all, "digest");
}
