// SPDX-License-Identifier: MIT
#include "pdf/supplies.h"

#include <malloc.h>
#include <string.h>
#include <sys/mman.h>

// Fonts are mapped whole: 20 MB for each of two weights, and what is known of all others.
static const size_t memory_needed = (size_t)256 << 20;

static const char *const fonts[] = {"Noto Sans CJK SC", "Source Han Sans SC", "Source Han Sans CN"};

bool jx_supplies_has_memory(void)
{
#ifdef M_ARENA_MAX
    (void)mallopt(M_ARENA_MAX, 1);
#endif
    void *block =
        mmap(NULL, memory_needed, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (block == MAP_FAILED) {
        return false;
    }
    munmap(block, memory_needed);
    return true;
}

const char *jx_supplies_first_font(void)
{
    return fonts[0];
}

const char *jx_supplies_find_font(PangoFontMap *map)
{
    const char *found = NULL;
    PangoFontFamily **families = NULL;
    int count = 0;
    pango_font_map_list_families(map, &families, &count);
    for (size_t i = 0; i < sizeof fonts / sizeof fonts[0] && found == NULL; i++) {
        for (int k = 0; k < count && found == NULL; k++) {
            const char *name = pango_font_family_get_name(families[k]);
            found = strcmp(name, fonts[i]) == 0 ? fonts[i] : NULL;
        }
    }
    g_free(families);
    return found;
}

static bool has_weight(PangoContext *context, const char *font, PangoWeight weight)
{
    PangoFontDescription *wanted = pango_font_description_new();
    PangoLayout *layout = pango_layout_new(context);
    pango_font_description_set_family(wanted, font);
    pango_font_description_set_weight(wanted, weight);
    pango_layout_set_font_description(layout, wanted);
    pango_layout_set_text(layout, "绩效", -1);
    bool draws = pango_layout_get_unknown_glyphs_count(layout) == 0;
    PangoFont *loaded = pango_context_load_font(context, wanted);
    cairo_scaled_font_t *scaled =
        loaded == NULL ? NULL : pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(loaded));
    draws = draws && scaled != NULL && cairo_scaled_font_status(scaled) == CAIRO_STATUS_SUCCESS;
    g_clear_object(&loaded);
    g_object_unref(layout);
    pango_font_description_free(wanted);
    return draws;
}

bool jx_supplies_has_letters(PangoContext *context, const char *font)
{
    return has_weight(context, font, PANGO_WEIGHT_NORMAL) &&
           has_weight(context, font, PANGO_WEIGHT_BOLD);
}
