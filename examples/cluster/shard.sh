#!/bin/sh
# Scores one shard, for whichever scheduler says its number.
# usage: shard.sh I N FOLDER PROJECT.ini --actuals FILE [OPTION…]     the I-th of N, into FOLDER/shard-I.csv
set -eu
number=$1
count=$2
file=$3/shard-$1.csv
shift 3

# Which exit codes of jixiao mean that the shard has to run again: decide it here.
#   0        everything scored
#   1        some projects are incomplete: a result as good as any
#   3, 4     some rows are errors, each told in the row's last column, and the file is there; or there is no file: failed
#   others   usage, project file, memory, disk, killed: failed
judge() {
    case $1 in
    0 | 1) return 0 ;;
    3 | 4) [ -f "$file" ] ;; # `return 1` here if a single wrong row shall stop everything
    *) return 1 ;;
    esac
}

rm -f "$file" # what an earlier run left must not pass for this one's
code=0
jixiao batch "$@" --shard "$number/$count" -o "$file" -j 1 || code=$?
echo "shard $number/$count on ${SLURMD_NODENAME:-$(uname -n)}: exit code $code" >&2
judge "$code"
