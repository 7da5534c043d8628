// SPDX-License-Identifier: MIT
// The module that draws pages, of the same build as the command and beside it. The core links none of its libraries.
#ifndef JIXIAO_CLI_PDF_MODULE_H
#define JIXIAO_CLI_PDF_MODULE_H

#include "base/apart.h"
#include "base/error.h"
#include "model/settings.h"
#include "report/pdf_module.h"

// As jx_drawer.draw, `user` being the host's settings: finds the module, checks it as plugins are checked, and its words against
// this build's, loads it and lets it draw. Errors: it is not there, JX_ECONFIG; it cannot be trusted or loaded, or is of another
// build, JX_EPLUGIN; no font, no memory, nothing drawn, JX_ESYSTEM. [in a process of its own]
jx_status jx_pdf_module_draw(const void *user,
                             const jx_pdf_document *document,
                             const jx_apart_sink *sink,
                             jx_error *err);

#endif
