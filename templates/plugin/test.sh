#!/bin/sh
# The plugin keeps the rules of jixiao, and the example gets the points that it should.
# usage: test.sh JIXIAO PLUGIN.so
set -eu
jixiao=$1
plugin=$2
here=$(dirname "$0")

# expect INDICATOR POINTS
expect() {
    echo "$card" | grep -q "\"id\":\"$1\".*\"points\":$2," ||
        { echo "$1: expected $2 points in $card" >&2; exit 1; }
}

"$jixiao" plugins --check "$plugin"
card=$("$jixiao" score "$here/example.ini" --actuals "$here/example.actuals.csv" --format json \
    --plugin-path "$(dirname "$plugin")" | sed 's/{"id"/\n&/g')
expect visits 50.00     # 60, less 3 × 2 and 4 × 1
expect trainings 39.50  # 40, less 1 × 0.5
echo "$card" | grep -q '"code":"late_reports"'
