// SPDX-License-Identifier: MIT
// The pipeline with a plugin that loses by itself, takes inputs, and misbehaves in every way.
#include "score/evaluate.h"
#include "support/fault_rows.h"
#include "support/jx_rows.h"
#include "support/score_fixture.h"

#define ODD "category = odd\ntarget = 5\nmethod = step\ndeduct = 1\nfloor = 4\n"

static const struct odd_row {
    const char *name;
    const char *keys;
    const char *points; // NULL: an error
    const char *says;   // the losses, or a part of the error
    jx_status status;
} odd_rows[] = {
    {"loses by the method that the project file names", ODD, "8", "below_target 2", JX_OK},
    {"takes the last of many subcategories", ODD "subcategory = s79\n", "8", "below_target 2",
     JX_OK},
    {"loses by the plugin, then by the method", ODD "fault = lose_thrice\n", "5",
     "odd 1, odd 2, below_target 2", JX_OK},
    {"loses past the floor", ODD "fault = lose_past_floor\n", "2", "odd 8", JX_OK},
    {"finds nothing, without a word", ODD "fault = find_silent\n", NULL, "the plugin odd failed",
     JX_EPLUGIN},
    {"finds another kind than it prepared", ODD "fault = find_kind\n", NULL,
     "the plugin odd failed", JX_EPLUGIN},
    {"finds a level that is not listed",
     "category = odd\ntarget = 好\nprepares = level\nfault = find_level\n", NULL,
     "the plugin odd failed", JX_EPLUGIN},
    {"finds a level that is not listed, for points by level",
     "category = odd\nmeasure = oddity\nprepares = level\nmethod = levels\nlevels = 好:10, 差:0\nfault = find_level\n",
     NULL, "the plugin odd failed", JX_EPLUGIN},
    {"finds a day before the calendar",
     "category = odd\ntarget = 1\nprepares = date\nmethod = threshold\nfault = find_date_early\n",
     NULL, "the plugin odd failed", JX_EPLUGIN},
    {"finds a day behind the calendar",
     "category = odd\ntarget = 1\nprepares = date\nmethod = threshold\nfault = find_date_late\n",
     NULL, "the plugin odd failed", JX_EPLUGIN},
    {"finds days that end before they begin",
     "category = odd\ntarget = 1\nprepares = date\nmethod = threshold\nfault = find_date_backwards\n",
     NULL, "the plugin odd failed", JX_EPLUGIN},
    {"finds a fraction over 0", ODD "fault = find_ratio\n", NULL, "the plugin odd failed",
     JX_EPLUGIN},
    {"fails without a word", ODD "fault = lose_silent\n", NULL,
     "the plugin odd failed without saying why", JX_EPLUGIN},
    {"blames the project file while scoring", ODD "fault = lose_config\n", NULL,
     "the plugin odd failed", JX_EPLUGIN},
    {"refuses with words", ODD "fault = lose_refused\nunit = 个\n", NULL,
     "project demo, indicator it: \"好:3\" against \"5\" in 个 and \"\" is no {good}", JX_EDATA},
    {"refuses and goes on as if nothing were", ODD "fault = lose_refused_quietly\n", NULL,
     "is no {good}", JX_EDATA},
    {"loses less than nothing", ODD "fault = lose_negative\n", NULL,
     "without a code, below 0 or not a number", JX_EPLUGIN},
    {"loses less than nothing and goes on", ODD "fault = lose_negative_quietly\n", NULL,
     "without a code, below 0 or not a number", JX_EPLUGIN},
    {"loses without a code", ODD "fault = lose_uncoded\n", NULL,
     "without a code, below 0 or not a number", JX_EPLUGIN},
    {"loses a fraction over 0", ODD "fault = lose_hollow\n", NULL,
     "without a code, below 0 or not a number", JX_EPLUGIN},
    {"shows a fraction over 0", ODD "fault = lose_hollow_figure\n", NULL,
     "without a code, below 0 or not a number", JX_EPLUGIN},
    {"loses under a code of no table, whose sentence is misspelt", ODD "fault = lose_misspelt\n",
     NULL,
     "the plugin odd words the loss undeclared as \"少{gaps}\", which names {gaps}: that loss has no such "
     "figure; did you mean {gap}?",
     JX_EPLUGIN},
    {"loses by the method, whose loss it words by a figure of another name",
     "category = odd\ntarget = 5\nmethod = bands\nof = target\nbands = >=100:10, else:5\n", NULL,
     "words the loss band_of_target as \"占{shares}%\", which names {shares}: that loss has no such "
     "figure; did you mean {share}?",
     JX_EPLUGIN},
    {"loses without end", ODD "fault = lose_endless\n", NULL, "more than 1000 losses", JX_EPLUGIN},
};

static void begin_odd(jx_score_fixture *fixture, const char *keys)
{
    jx_score_begin(fixture, JX_FAULT_PLUGINS);
    jx_score_read_text(fixture, jx_score_one(fixture, keys));
    if (fixture->plan == NULL) {
        fail_msg("%s", fixture->faults.shown[0].text);
    }
    jx_score_set(fixture, "it", "actual", (jx_str)JX_STR("好:3"));
    jx_score_set(fixture, "it", "visits", (jx_str)JX_STR("1"));
}

static void test_odd(void **state)
{
    const struct odd_row *row = *state;
    jx_score_fixture fixture;
    begin_odd(&fixture, row->keys);
    const jx_scorecard *card = jx_score_run(&fixture);
    assert_int_equal(card->status, row->status);
    if (row->points == NULL) {
        assert_int_equal(card->state, JX_FAULTY);
        assert_int_equal(card->loss_count, 0);
        if (strstr(card->error, row->says) == NULL) {
            fail_msg("expected \"%s\" in: %s", row->says, card->error);
        }
    } else {
        jx_score_expect_losses(card, 0, row->says);
        jx_score_expect_number(card->total, row->points);
        jx_score_expect_sums(card);
    }
    jx_score_end(&fixture);
}

static void test_inputs(void **state)
{
    (void)state;
    jx_score_fixture fixture;
    begin_odd(&fixture, ODD);
    jx_score_set(&fixture, "it", "bonus", (jx_str)JX_STR("1.5"));
    const jx_scorecard *card = jx_score_run(&fixture);
    jx_score_expect_losses(card, 0, "below_target 0.5");
    jx_score_set(&fixture, "it", "bonus", (jx_str)JX_STR("几个"));
    card = jx_score_run(&fixture);
    assert_int_equal(card->status, JX_EDATA);
    assert_non_null(strstr(card->error, "bonus: expected a number, found \"几个\""));
    jx_score_set(&fixture, "it", "bonus", JX_STR_NONE);
    jx_score_set(&fixture, "it", "visits", (jx_str)JX_STR("-1"));
    card = jx_score_run(&fixture);
    assert_int_equal(card->status, JX_EDATA);
    assert_non_null(strstr(card->error, "visits: "));
    jx_score_set(&fixture, "it", "visits", JX_STR_NONE);
    card = jx_score_run(&fixture);
    assert_int_equal(card->status, JX_EDATA);
    assert_non_null(strstr(card->error, "the required input \"visits\" is missing"));
    jx_score_end(&fixture);
}

// A plugin that leaves losing to the host, and words a loss of the host by a figure of another name.
static const jx_loss_code mild_codes[] = {
    {"below_pass", {"passes"}, {"及格线{passes}%", "the pass mark is {passes}%"}},
};

static const jx_plugin mild = {
    .struct_size = sizeof(jx_plugin),
    .kind = JX_PLUGIN_CATEGORY,
    .name = "mild",
    .version = "1.0",
    .label = {"和", "Mild"},
    .says = {"和", "mild"},
    .loss_codes = JX_LIST(mild_codes),
};

static void test_words(void **state)
{
    (void)state;
    jx_score_fixture fixture;
    jx_error err = JX_ERROR(JX_EN);
    const jx_plugin *plugins[] = {&mild};
    const jx_library library = {.plugins = plugins, .plugin_count = 1};
    jx_score_begin(&fixture, NULL);
    jx_registry_free(fixture.registry);
    assert_int_equal(jx_registry_of(&library, "mild.so", &fixture.registry, &err), JX_OK);
    fixture.sources.registry = fixture.registry;
    jx_score_read_text(&fixture, jx_score_one(&fixture, "category = mild\ntarget = 5\n"
                                                        "method = step\ndeduct = 1\n"));
    assert_non_null(fixture.plan);
    jx_score_read_text(&fixture, jx_score_one(&fixture, "category = mild\ntarget = 5\n"
                                                        "method = proportion\npass = 60%\n"));
    assert_non_null(fixture.plan);
    jx_score_set(&fixture, "it", "actual", (jx_str)JX_STR("4"));
    assert_int_equal(jx_score_run(&fixture)->state, JX_SCORED);
    jx_score_set(&fixture, "it", "actual", (jx_str)JX_STR("1"));
    const jx_scorecard *card = jx_score_run(&fixture);
    assert_int_equal(card->status, JX_EPLUGIN);
    assert_non_null(strstr(card->error, "the plugin mild words the loss below_pass as "
                                        "\"及格线{passes}%\", which names {passes}: that loss has "
                                        "no such figure; did you mean {pass}?"));
    jx_score_end(&fixture);
}

int main(void)
{
    jx_rows all = {.count = 0};
    JX_ROWS(&all, odd_rows, test_odd);
    jx_rows_add_one(&all, "hands inputs to plugins", test_inputs, NULL);
    jx_rows_add_one(&all, "names a figure that the host's loss has not", test_words, NULL);
    return jx_rows_run(&all, "evaluate_plugins");
}
