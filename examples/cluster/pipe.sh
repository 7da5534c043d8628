#!/bin/sh
# Lines of actuals in, lines of results out, neither with a head: for engines that cut the data themselves and send each part
# through a command. HEADER is a file with the names of the columns.
# usage: pipe.sh HEADER PROJECT.ini [OPTION…]
set -eu
header=$1
shift

# A part without lines has no results; jixiao would tell of the project that it has no actuals.
IFS= read -r first || [ -n "$first" ] || exit 0

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
code=0
{ printf '%s\n' "$first" && cat; } |
    jixiao batch "$@" --actuals - --header "$header" -o "$work/results" -j 1 || code=$?
# The engine takes any other code than 0 for a failure of the part, so decide here as in shard.sh: incomplete projects are none,
# nor are rows that are errors, as long as there are results.
case $code in
0 | 1 | 3 | 4) sed 1d "$work/results" ;;
*) exit "$code" ;;
esac
