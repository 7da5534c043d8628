#!/bin/sh
# The worked example of docs/testing-rules*.md, in the order in which a reader types it: each csv is saved, the command behind it is run,
# and says what stands behind that.
# usage: check_testing_rules.sh JIXIAO ROOT
set -eu
jixiao=$1
root=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin"
ln -s "$jixiao" "$work/bin/jixiao"
PATH=$work/bin:$PATH

# the nth block of that kind
block() { # DOCUMENT KIND N
    awk -v want="$3" -v kind='^```'"$2"'$' '$0 ~ kind { n++; inside = n == want; next } /^```$/ { inside = 0 } inside' "$1"
}

for name in testing-rules testing-rules.zh-CN; do
    document=$root/docs/$name.md
    project=$(sed -n 's/^jixiao test \([a-z]*\)\.ini.*/\1/p' "$document" | head -n 1)
    mkdir "$work/$name"
    cd "$work/$name"
    block "$document" ini 1 >"$project.ini"
    number=1
    while block "$document" csv "$number" >"$project.cases.csv" && [ -s "$project.cases.csv" ]; do
        block "$document" sh "$number" >command
        block "$document" text "$number" >expected
        sh command >found 2>&1 || true
        [ -s command ] && diff -u expected found || { echo "$name, block $number" >&2; exit 1; }
        number=$((number + 1))
    done
    [ "$number" = 4 ] || { echo "$name: expected three steps, found $((number - 1))" >&2; exit 1; }
done
