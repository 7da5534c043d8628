#!/bin/sh
#SBATCH --job-name=jixiao
#SBATCH --cpus-per-task=1
#SBATCH --mem=64M
#SBATCH --time=01:00:00
#SBATCH --requeue
#SBATCH --open-mode=append
# One task of the array is one shard; slurm-submit.sh submits it. The number of shards is an argument: when one task runs again
# alone, SLURM_ARRAY_TASK_COUNT is 1. Slurm runs a copy of this file, so the folder of the others is an argument too.
# usage: sbatch --array=1-N slurm-array.sh SCRIPTS N FOLDER PROJECT.ini --actuals FILE [OPTION…]
set -eu
scripts=$1
shift
exec sh "$scripts/shard.sh" "$SLURM_ARRAY_TASK_ID" "$@"
