#!/bin/sh
# The plugin guide's code builds, loads and scores, in the order in which a reader types it.
# usage: check_guide.sh JIXIAO CC ROOT
set -eu
jixiao=$1
cc=$2
root=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

. "$root/tests/guide.sh"

build() { # NAME [LIBRARY]
    "$cc" -std=c17 -Wall -Wextra -Wpedantic -Werror -shared -fPIC -fvisibility=hidden ${JIXIAO_TEST_CFLAGS:-} \
        -I"$root/core/include" "$work/$1.c" -o "$work/${2:-digital}.so"
}

plugins=$("$jixiao" plugins | awk '{ sub("/[^/]*$", "", $NF); print $NF; exit }')

block 1 >"$work/smallest.c"
build smallest
"$jixiao" plugins digital --plugin-path "$work:$plugins" --lang en | grep -q 'how much can be done online'

whole_plugin >"$work/whole.c"
build whole
"$jixiao" plugins --check "$work/digital.so" >/dev/null

whole_project >"$work/project.ini"
whole_actuals >"$work/actuals.csv"
"$jixiao" score "$work/project.ini" --actuals "$work/actuals.csv" --plugin-path "$work:$plugins" --format json >"$work/card.json"
grep -q '"full":100,"points":69.00' "$work/card.json" # 60 % of 80 %, less 3 complaints
grep -q '网办率为60%，达到目标的75%，按比例得分' "$work/card.json"
grep -q '投诉3件，每件扣2分' "$work/card.json"

# what the guide's code refuses
sed 's/^weight = 100/weight = 100\ncomplaint_cost = 101/' "$work/project.ini" >"$work/wrong.ini"
if "$jixiao" check "$work/wrong.ini" --plugin-path "$work:$plugins" --lang en 2>"$work/err"; then exit 1; fi
grep -q 'wrong.ini:[0-9]*: complaint_cost: expected at most the weight' "$work/err"
printf 'indicator,actual,handled,complaints\nonline,99999999999999999999999999999999999,50,0\n' >"$work/actuals.csv"
if "$jixiao" score "$work/project.ini" --actuals "$work/actuals.csv" --plugin-path "$work:$plugins" --lang en 2>"$work/err"; then exit 1; fi
grep -q 'too large to be computed exactly' "$work/err"

# the type of project
block 5 >"$work/digital_project.c"
build digital_project digital-project
sed 's/^id = guide/id = guide\ntype = digital-project/' "$work/project.ini" >"$work/typed.ini"
if "$jixiao" check "$work/typed.ini" --plugin-path "$work:$plugins" --lang en 2>"$work/err"; then exit 1; fi
grep -q 'typed.ini:[0-9]*: the weights of digital are 100% of the full score; the type digital-project has 30–50%' "$work/err"
grep -q 'typed.ini:1: there is no indicator of output' "$work/err"
{
    sed 's/^weight = 100/weight = 45/' "$work/typed.ini"
    printf '\n[indicator sites]\ncategory = output\nname = 新增站点\ntarget = 4\nweight = 55\n'
} >"$work/fitting.ini"
"$jixiao" check "$work/fitting.ini" --plugin-path "$work:$plugins" >"$work/said" 2>&1
[ ! -s "$work/said" ]
