#!/bin/sh
# `jixiao batch` gives what a program written by hand for the same table gives, byte for byte, in either shape of actuals; a row
# that is broken is an error of its own, told by its line, and leaves the others as they are.
# usage: check_batch.sh JIXIAO MAKE_ACTUALS LIMIT ROOT [ROWS]     10,000 rows, one in a hundred of them broken
set -eu
jixiao=$1
make=$2
limit=$3
rows=${5:-10000}
project=$4/conf/industry-development-2024.ini
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

fail() {
    echo "$1" >&2
    head -n 20 err >&2
    exit 1
}

# The same bytes for any number of workers.
batch() { # CODE ACTUALS SCORES
    for workers in 1 2 5; do
        code=0
        "$jixiao" batch "$project" --actuals "$2" -j $workers -o scores.$workers --lang en 2>err </dev/null || code=$?
        [ "$code" = "$1" ] || fail "expected exit code $1, found $code: jixiao batch $2 -j $workers"
        cmp scores.$workers scores.1 || fail "$2: other scores from $workers workers"
    done
    mv scores.1 "$3"
}

# Row for row: what the truth says is broken is an error at its line, all else is what the limit gives for the whole rows.
check_broken() { # ROWS_A_PROJECT ACTUALS
    awk -v all="$rows" -v rows="$1" -v file="$2" '
        FILENAME == "truth" { row = 2 + int(($1 - 2) / rows); place[row] = file ":" $1 ": "; name[row] = $3; broken++; next }
        FILENAME == "whole.scores" { whole[FNR] = $0; next }
        {
            count = FNR
            if (!(FNR in place)) {
                good = $0 == whole[FNR]
            } else {
                good = match($0, /,,,error,"?[^ ]+ /) && index(substr($0, RSTART, RLENGTH), place[FNR]) > 0 &&
                    index($0, name[FNR] ",") == 1
            }
            if (!good) { print "row " FNR " of the scores of " file ": " $0 > "err"; bad++ }
        }
        END { exit bad > 0 || broken != all / 100 || count != all + 1 }
    ' FS='\t' truth whole.scores broken.scores || fail "$2: not what was expected"
}

: >err
for seed in 1 2 3; do
    "$make" 2000 --seed $seed >wide.csv
    "$make" 2000 --seed $seed --long >long.csv
    "$limit" wide.csv >whole.scores
    for shape in wide long; do
        batch 0 $shape.csv scores
        cmp scores whole.scores || fail "$shape.csv: not what the limit gives"
    done
done

"$make" "$rows" >wide.csv
"$limit" wide.csv >whole.scores
"$make" "$rows" --broken 1 --truth truth >wide.csv
batch 3 wide.csv broken.scores
check_broken 1 wide.csv
"$make" "$rows" --broken 1 --truth truth --long >long.csv
batch 3 long.csv broken.scores
check_broken 7 long.csv
