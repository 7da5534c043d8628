// SPDX-License-Identifier: MIT
#include "base/digest.h"

#include <stdint.h>

void jx_digester_begin(jx_digester *digester)
{
    sha256_init(&digester->context);
}

void jx_digester_add(jx_digester *digester, jx_str bytes)
{
    if (bytes.size > 0) {
        sha256_update(&digester->context, bytes.size, (const uint8_t *)bytes.data);
    }
}

void jx_digester_add_text(jx_digester *digester, jx_str text)
{
    jx_digester_add(digester, text);
    jx_digester_add(digester, (jx_str){"", 1});
}

jx_digest jx_digester_end(jx_digester *digester)
{
    uint8_t binary[SHA256_DIGEST_SIZE];
    jx_digest digest;
    sha256_digest(&digester->context, sizeof binary, binary);
    for (size_t i = 0; i < sizeof binary; i++) {
        digest.text[2 * i] = "0123456789abcdef"[binary[i] >> 4];
        digest.text[2 * i + 1] = "0123456789abcdef"[binary[i] & 15];
    }
    digest.text[JX_DIGEST_TEXT - 1] = '\0';
    return digest;
}

jx_digest jx_digest_of(jx_str bytes)
{
    jx_digester digester;
    jx_digester_begin(&digester);
    jx_digester_add(&digester, bytes);
    return jx_digester_end(&digester);
}
