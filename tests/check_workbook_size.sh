#!/bin/sh
# 10,000 scorecards in a workbook take at most 10 seconds and 256 MiB, and 25,000, which are written without being kept, give the
# same bytes twice; a terminal is given none.
# usage: check_workbook_size.sh JIXIAO MAKE_ACTUALS MEASURE ROOT
set -eu
jixiao=$1
make=$2
measure=$3
project=$4/conf/industry-development-2024.ini
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

fail() {
    echo "$1" >&2
    exit 1
}

# book ROWS: makes book.xlsx and says what it took
book() {
    "$make" "$1" >actuals.csv 2>err
    "$measure" out err "$jixiao" batch "$project" --actuals actuals.csv --format xlsx -o book.xlsx >took
    read -r wall cpu memory code <took
    [ "$code" = 0 ] || fail "$1 rows: exit code $code: $(cat err)"
    echo "$1 scorecards: $wall s, $memory MiB, $(wc -c <book.xlsx) bytes"
}

book 10000
awk -v wall="$wall" -v memory="$memory" 'BEGIN { exit !(wall < 10 && memory <= 256) }' || fail "more than 10 s or 256 MiB: $wall s, $memory MiB"
book 25000
mv book.xlsx first.xlsx
book 25000
cmp first.xlsx book.xlsx

command -v script >/dev/null || fail 'script (bsdutils) is not here'
for command in score batch; do
    code=0
    script -qec "'$jixiao' $command '$project' --actuals actuals.csv --format xlsx --lang en" /dev/null >said 2>&1 </dev/null || code=$?
    [ "$code" = 2 ] || fail "$command on a terminal: expected exit code 2, found $code"
    grep -q 'xlsx cannot be shown on a terminal: write it to a file, -o FILE.xlsx' said || fail "$command on a terminal: $(cat said)"
done
