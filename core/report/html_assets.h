// SPDX-License-Identifier: MIT
// style.css and sort.js of this folder, compiled in. Neither holds `<` or `&`, so that they are the same bytes for readers of HTML
// and of XML. [any-thread]
#ifndef JIXIAO_REPORT_HTML_ASSETS_H
#define JIXIAO_REPORT_HTML_ASSETS_H

#include <stddef.h>

extern const char jx_html_style[];
extern const size_t jx_html_style_size;
extern const char jx_html_script[];
extern const size_t jx_html_script_size;

#endif
