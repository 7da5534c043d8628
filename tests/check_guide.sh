#!/bin/sh
# The plugin guide's code builds, loads and scores, in the order in which a reader types it.
# usage: check_guide.sh JIXIAO CC ROOT
set -eu
jixiao=$1
cc=$2
root=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# the nth block of C in the guide
block() {
    awk -v want="$1" '/^```c$/ { n++; inside = n == want; next } /^```$/ { inside = 0 } inside' "$root/docs/plugin-guide.md"
}

build() { # FILE.c
    "$cc" -std=c17 -Wall -Wextra -Wpedantic -Werror -shared -fPIC -fvisibility=hidden ${JIXIAO_TEST_CFLAGS:-} \
        -I"$root/core/include" "$work/$1.c" -o "$work/digital.so"
}

plugins=$("$jixiao" plugins | awk '{ sub("/[^/]*$", "", $NF); print $NF; exit }')

block 1 >"$work/smallest.c"
build smallest
"$jixiao" plugins digital --plugin-path "$work:$plugins" --lang en | grep -q 'how much can be done online'

# the second and third blocks stand before the plugin's row, which then names them
{
    block 1 | sed '/^static const jx_plugin digital/,$d'
    block 2
    block 3
    block 1 | sed -n '/^static const jx_plugin digital/,$p' |
        sed 's/^    \.defaults = JX_LIST(defaults),/&\n    .measures = JX_LIST(measures),\n    .loss_codes = JX_LIST(loss_codes),/'
} >"$work/whole.c"
build whole

cat >"$work/project.ini" <<'END'
[project]
id = guide
name = 指南示例

[indicator online]
category = digital
subcategory = service
name = 网办率
measure = online
target = 80
weight = 100
END
printf 'indicator,actual,handled\nonline,30,50\n' >"$work/actuals.csv"
"$jixiao" score "$work/project.ini" --actuals "$work/actuals.csv" --plugin-path "$work:$plugins" --format json >"$work/card.json"
grep -q '"points":75.00' "$work/card.json" # 60 % of 80 %
grep -q '网办率为60%，达到目标的75%，按比例得分' "$work/card.json"
echo "1 passed, 0 failed"
