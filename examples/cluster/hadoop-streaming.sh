#!/bin/sh
# Hadoop Streaming: the shuffle brings all rows of a project to one reducer, one behind the other; each reducer is one pipe.sh.
# The project is what stands before the first comma of a line, so it has to be the first column, without quotes.
# usage: hadoop-streaming.sh REDUCERS INPUT OUTPUT HEADER PROJECT.ini     INPUT has no line of column names; HEADER has it
set -eu
scripts=$(cd -P -- "$(dirname -- "$0")" && pwd)
reducers=$1
input=$2
output=$3
header=$4
project=$5

# Every separator is the comma, so that lines are cut into key and value there, and come out as they were.
hadoop jar "$HADOOP_HOME"/share/hadoop/tools/lib/hadoop-streaming-*.jar \
    -D mapreduce.job.name=jixiao \
    -D mapreduce.job.reduces="$reducers" \
    -D stream.map.output.field.separator=, \
    -D stream.reduce.input.field.separator=, \
    -D stream.reduce.output.field.separator=, \
    -D mapreduce.output.textoutputformat.separator=, \
    -files "$scripts/pipe.sh,$header,$project" \
    -input "$input" -output "$output" \
    -mapper cat \
    -reducer "sh pipe.sh $(basename "$header") $(basename "$project")"
