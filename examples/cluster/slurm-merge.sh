#!/bin/sh
#SBATCH --job-name=jixiao-merge
#SBATCH --cpus-per-task=1
#SBATCH --mem=64M
#SBATCH --time=01:00:00
#SBATCH --open-mode=append
# Joins the shards once all of them are there; slurm-submit.sh submits it.
# usage: sbatch --dependency=afterok:ARRAY --kill-on-invalid-dep=yes slurm-merge.sh SCRIPTS N FOLDER RESULT
set -eu
scripts=$1
shift
exec sh "$scripts/merge.sh" "$@"
