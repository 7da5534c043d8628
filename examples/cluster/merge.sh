#!/bin/sh
# Joins the shards that shard.sh wrote. What is missing, doubled, foreign or truncated is named, and nothing is written.
# usage: merge.sh N FOLDER RESULT
set -eu
count=$1
folder=$2
result=$3

set --
number=1
while [ "$number" -le "$count" ]; do
    set -- "$@" "$folder/shard-$number.csv"
    number=$((number + 1))
done
exec jixiao merge "$@" -o "$result"
