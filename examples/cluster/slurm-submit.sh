#!/bin/sh
# Submits an array of N shards and the merge that waits for it. If a shard fails the merge is cancelled, not left waiting for
# ever; then run this again with --only and the numbers of the shards that failed.
# usage: slurm-submit.sh [--only 3,7] N FOLDER RESULT PROJECT.ini --actuals FILE [OPTION…]
# Partition, account and the like: SBATCH_PARTITION, SBATCH_ACCOUNT…, which sbatch reads. FOLDER is on a shared file system.
set -eu
scripts=$(cd -P -- "$(dirname -- "$0")" && pwd)
only=
if [ "$1" = --only ]; then
    only=$2
    shift 2
fi
count=$1
folder=$2
result=$3
shift 3

mkdir -p "$folder"
array=$(sbatch --parsable --array="${only:-1-$count}" --output="$folder/shard-%a.log" \
    "$scripts/slurm-array.sh" "$scripts" "$count" "$folder" "$@")
array=${array%%;*} # without the cluster's name
merge=$(sbatch --parsable --dependency="afterok:$array" --kill-on-invalid-dep=yes --output="$folder/merge.log" \
    "$scripts/slurm-merge.sh" "$scripts" "$count" "$folder" "$result")
echo "array $array, merge ${merge%%;*}"
