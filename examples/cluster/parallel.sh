#!/bin/sh
# N shards on this machine by GNU parallel, one for each core at a time, then the merge. A shard that fails is tried three times;
# then no further one starts. With --resume only those run that failed or had not begun.
# usage: parallel.sh [--resume] N FOLDER RESULT PROJECT.ini --actuals FILE [OPTION…]
# On several machines: add `--sshlogin host1,host2 --workdir .` to parallel; all see the same files.
set -eu
scripts=$(cd -P -- "$(dirname -- "$0")" && pwd)
resume=
if [ "$1" = --resume ]; then
    resume=--resume-failed
    shift
fi
count=$1
folder=$2
result=$3
shift 3

mkdir -p "$folder"
[ -n "$resume" ] || rm -f "$folder/joblog" # that of other shards, perhaps
# -q: the arguments are taken as they are, whatever characters they have
# shellcheck disable=SC2086
seq "$count" | parallel --will-cite -q --retries 3 --halt soon,fail=1 --joblog "$folder/joblog" $resume \
    sh "$scripts/shard.sh" '{}' "$count" "$folder" "$@"
sh "$scripts/merge.sh" "$count" "$folder" "$result"
