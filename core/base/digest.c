// SPDX-License-Identifier: MIT
#include "base/digest.h"

#include <nettle/sha2.h>
#include <stdint.h>

jx_digest jx_digest_of(jx_str bytes)
{
    struct sha256_ctx context;
    uint8_t binary[SHA256_DIGEST_SIZE];
    sha256_init(&context);
    if (bytes.size > 0) {
        sha256_update(&context, bytes.size, (const uint8_t *)bytes.data);
    }
    sha256_digest(&context, sizeof binary, binary);
    jx_digest digest;
    for (size_t i = 0; i < sizeof binary; i++) {
        digest.text[2 * i] = "0123456789abcdef"[binary[i] >> 4];
        digest.text[2 * i + 1] = "0123456789abcdef"[binary[i] & 15];
    }
    digest.text[JX_DIGEST_TEXT - 1] = '\0';
    return digest;
}
