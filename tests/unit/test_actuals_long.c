// SPDX-License-Identifier: MIT
#include "read/read_actuals.h"
#include "support/jx_folder.h"
#include "support/jx_rows.h"
#include "support/sample_actuals.h"

static const sample_actuals rows[] = {
    {"reads headings for people and indicators by name", 1,
     JX_STR(
         "项目,一级指标,三级指标,实际完成值,偏差原因,备注,得分\n甲,产出,培育企业,27,三家,x,9\n甲,,"
         "started,2024,,,\n"),
     "2 甲 (甲): 0=27@2 2=三家@2 4=2024@3\n"},
    {"reads a row for each indicator", 1,
     JX_STR("project,indicator,actual\nA,firms,27\nA,started,2024\nB,started,2025\nB,firms,30\n"),
     "2 A (A): 0=27@2 4=2024@3\n4 B (B): 0=30@5 4=2025@4\n"},
    {"reads every column of long ones", 1,
     JX_STR("note,months_late,indicator,baseline,x-1,project,actual,evidence,staff\n"
            "a,,firms,1,b,A,2,c,\nd,3,started,4,e,A,5,f,\n,,,,g,A,,,6\n"),
     "2 A (A): 0=2@2 1=1@2 2=a@2 3=c@2 4=5@3 5=4@3 6=d@3 7=f@3 8=3@3 13=6@4\n"},
    {"reads the only project of long ones without a column for it", 1,
     JX_STR("indicator,actual\nfirms,1\nstarted,2\n"), "2 dev-2024: 0=1@2 4=2@3\n"},
    {"reads long ones that have only a head", 1, JX_STR("project,indicator,actual\n"), ""},
    {"passes over rows of long ones without text", 1,
     JX_STR("project,indicator,actual\nA,firms,1\n,,\n\nA,started,2\n,,\n"),
     "2 A (A): 0=1@2 4=2@5\n"},
    {"keeps instances of one project apart", 2,
     JX_STR("project,indicator,actual\ndev-2024,firms,1\ndev-2024/甲,firms,2\nchain-2024/甲,tax,3\n"
            "dev-2024/乙,firms,4\n"),
     "2 dev-2024: 0=1@2\n3 dev-2024/甲 (甲): 0=2@3\n4 chain-2024/甲 (甲) in the second: 4=3@4\n"
     "5 dev-2024/乙 (乙): 0=4@5\n"},
    {"takes rows of a project together whatever blanks are around it", 1,
     JX_STR("project,indicator,actual\nA ,firms,1\n A,started,2\n"), "2 A  (A): 0=1@2 4=2@3\n"},

    {"finds fault with a project whose row is too short", 1,
     JX_STR("project,indicator,actual\nA,firms,1\nA,started\nB,firms,2\n"),
     "2 A (A)! a.csv:3: project A: expected 3 columns as in the first line, found 2\n"
     "4 B (B): 0=2@4\n"},
    {"finds fault with the project before a row too short to tell", 1,
     JX_STR("indicator,actual,project\nfirms,1,A\nstarted\nfirms,2,B\n"),
     "2 A (A)! a.csv:3: project A: expected 3 columns as in the first line, found 1\n"
     "4 B (B): 0=2@4\n"},
    {"finds fault with the project before a row that names none", 1,
     JX_STR("project,indicator,actual\nA,firms,1\n,started,2\nB,firms,3\n"),
     "2 A (A)! a.csv:3: project A: expected the project in the column \"project\", found nothing; "
     "every row names it\n4 B (B): 0=3@4\n"},
    {"finds fault with first rows that name no project", 1,
     JX_STR("project,indicator,actual\n,firms,1\n,started,2\nB,firms,3\n"),
     "2  nowhere! a.csv:2: expected the project in the column \"project\", found nothing; every "
     "row names it\n4 B (B): 0=3@4\n"},
    {"finds fault with rows that stand apart", 1,
     JX_STR(
         "project,indicator,actual\nB,firms,1\nA,firms,2\nB,started,3\nB,firms,4\nA,started,5\n"),
     "2 B (B): 0=1@2\n3 A (A): 0=2@3\n"
     "4 B (B)! a.csv:4: project B: expected the rows of a project to stand together, found rows of "
     "it before (perhaps in another file or sheet); where several bodies fill in one table, the "
     "project is ID/BODY\n"
     "6 A (A)! a.csv:6: project A: expected the rows of a project to stand together, found rows of "
     "it before (perhaps in another file or sheet); where several bodies fill in one table, the "
     "project is ID/BODY\n"},
    {"finds fault with rows of a project that nobody knows, once", 2,
     JX_STR("project,indicator,actual\nA,firms,1\nA,started,2\ndev-2024,firms,3\n"),
     "2 A nowhere! a.csv:2: project A: expected the id of one of the project files, or "
     "ID/INSTANCE, found \"A\"\n4 dev-2024: 0=3@4\n"},
    {"finds fault with an indicator that nobody knows", 1,
     JX_STR("project,indicator,actual\nA,taxes,1\nA,firms,2\nB,firms,3\n"),
     "2 A (A)! a.csv:2: project A: expected an indicator of the project file, found \"taxes\"\n"
     "4 B (B): 0=3@4\n"},
    {"suggests the indicator that was meant", 1, JX_STR("project,indicator,actual\nA,frims,1\n"),
     "2 A (A)! a.csv:2: project A: there is no indicator \"frims\"; did you mean \"firms\"?\n"},
    {"finds fault with an indicator given twice", 1,
     JX_STR("project,indicator,actual\nA,firms,1\nA,started,\nA,firms,2\nB,firms,3\n"),
     "2 A (A)! a.csv:4: project A, indicator firms: expected one row for each indicator, found "
     "one already, lines above: 2\n5 B (B): 0=3@5\n"},
    {"finds fault with the project's own row given twice", 1,
     JX_STR("project,indicator,actual,staff\nA,,,1\nA,,,2\n"),
     "2 A (A)! a.csv:3: project A: expected one row without an indicator (inputs of the project), "
     "found one already, lines above: 1\n"},
    {"finds fault with an input of another indicator", 1,
     JX_STR("project,indicator,actual,months_late\nA,firms,1,2\nB,firms,1,\n"),
     "2 A (A)! a.csv:2: project A, indicator firms: the indicator has no column \"months_late\": "
     "expected an empty cell, found \"2\"\n3 B (B): 0=1@3\n"},
    {"finds fault with an input of the project beside an indicator", 1,
     JX_STR("project,indicator,actual,staff\nA,firms,1,2\n"),
     "2 A (A)! a.csv:2: project A, indicator firms: the indicator has no column \"staff\": expected "
     "an empty cell, found \"2\"\n"},
    {"finds fault with an actual without indicator", 1,
     JX_STR("project,indicator,actual,staff\nA,,1,2\n"),
     "2 A (A)! a.csv:2: project A: expected nothing in the column \"actual\" of a row without an "
     "indicator, found \"1\": name the indicator\n"},
    {"gives the projects of long ones before an open quote", 1,
     JX_STR("project,indicator,actual\nA,firms,1\nB,firms,2\nB,started,\"3\n"),
     "2 A (A): 0=1@2\na.csv:4: expected a quote that closes the one opened here, found none before "
     "the end of the file\n"},
};

int main(void)
{
    static jx_rows all;
    JX_ROWS(&all, rows, sample_actuals_test);
    void *folder = NULL;
    if (jx_folder_enter(&folder) != 0) {
        return 1;
    }
    const int failed = jx_rows_run(&all, "actuals_long");
    return jx_folder_leave(&folder) != 0 || failed != 0;
}
