// SPDX-License-Identifier: MIT
// What a batch's results depend on, as digests: a run goes on only where another one of the same identity stopped.
// [main-thread]
#ifndef JIXIAO_BATCH_IDENTITY_H
#define JIXIAO_BATCH_IDENTITY_H

#include "base/digest.h"
#include "base/error.h"
#include "batch/batch.h"

typedef enum jx_identity_part {
    JX_IDENTITY_ACTUALS,
    JX_IDENTITY_FILES, // how the actuals' files are called and encoded
    JX_IDENTITY_PROJECTS,
    JX_IDENTITY_PLUGINS,
    JX_IDENTITY_SCRIPTS,
    JX_IDENTITY_WAY, // the engine's version, format, languages, limits
    JX_IDENTITY_PARTS
} jx_identity_part;

// Their names in files.
extern const char *const jx_identity_names[JX_IDENTITY_PARTS];

typedef struct jx_identity {
    jx_digest digests[JX_IDENTITY_PARTS];
} jx_identity;

// Finds the identity of a batch; the actuals, or the shard's part of them, are read from end to end. Errors are JX_EDATA.
jx_status jx_identity_find(const jx_batch *batch, jx_identity *ret, jx_error *err);

// By what actuals are scored, whatever they are: all parts but the first two, as one digest. Shards of one batch have it in
// common.
jx_digest jx_identity_of_plans(const jx_batch *batch);

#endif
