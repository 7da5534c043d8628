#!/bin/sh
# The scripts of examples/cluster that need no cluster: what a failure is; GNU parallel, with a shard that fails until it is mended; the
# command of the Kubernetes job, by hand; pipes as Hadoop and Spark make them. All by as many processes. Exit code 77: skipped.
# usage: check_parallel.sh JIXIAO MAKE_ACTUALS ROOT exit_codes|parallel|kubernetes|pipes
set -eu
jixiao=$1
make=$2
root=$3
scripts=$root/examples/cluster
what=$4
shards=8

if [ "$what" = parallel ]; then
    case $(parallel --version 2>/dev/null) in
    'GNU parallel'*) ;;
    *)
        echo 'skipped: parallel: there is no GNU parallel here; ./quickstart test --all installs it'
        exit 77
        ;;
    esac
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
cd "$work"
mkdir bin home
ln -s "$jixiao" bin/jixiao
PATH=$work/bin:$PATH
export HOME="$work/home" # of parallel's own files

fail() {
    echo "$1" >&2
    [ ! -s err ] || tail -n 30 err >&2
    exit 1
}

# Of each project only the rows that stand together first: merge refuses a project in two shards, and a shuffle would join them.
once() {
    awk -F, '$1 != last { again = seen[$1]++; last = $1 } !again'
}

# The single run, rows that are incomplete or wrong among them
project=$root/conf/industry-development-2024.ini
"$make" 60000 --broken 2 | once >'all actuals.csv'
set -- "$project" --actuals 'all actuals.csv' --lang en
code=0
"$jixiao" batch "$@" -o whole.csv 2>err || code=$?
[ $code = 3 ] || fail "expected exit code 3 of the whole batch, found $code"

# ---------------------------------------------------------------------------------------- what is a failure

# judge_shard done|failed CODE ACTUALS: what shard.sh makes of jixiao's exit code; only what is done has a file.
judge_shard() {
    echo 'of an earlier run' >judged/shard-1.csv
    found='done'
    sh "$scripts/shard.sh" 1 1 judged "$project" --actuals "$3" 2>err || found=failed
    grep -q "^shard 1/1 on .*: exit code $2\$" err || fail "$3: expected exit code $2"
    [ $found = "$1" ] || fail "$3: exit code $2 makes a shard $found"
    ! grep -qs 'of an earlier run' judged/shard-1.csv || fail "$3: the file of an earlier run passes for this one's"
    [ $found = 'done' ] || [ ! -e judged/shard-1.csv ] || fail "$3: a shard that failed has a file"
}

check_exit_codes() {
    mkdir judged
    "$make" 100 >whole.csv
    head -n 3 whole.csv | cut -d, -f1,2 >incomplete.csv
    printf 'something else\n1\n' >unreadable.csv
    judge_shard 'done' 0 whole.csv
    judge_shard 'done' 1 incomplete.csv
    judge_shard 'done' 3 'all actuals.csv'
    judge_shard failed 3 unreadable.csv
    judge_shard failed 3 not-there.csv
    project=not-there.ini
    judge_shard failed 2 whole.csv
    echo 'what is a failure: as it should be'
}

# ------------------------------------------------------------------------------------------------ GNU parallel

check_parallel() {
    sh "$scripts/parallel.sh" $shards 'some shards' result.csv "$@" 2>err || fail 'parallel.sh failed'
    cmp whole.csv result.csv || fail 'parallel: not the bytes of the whole batch'
    rm result.csv

    # shard 5 cannot be written
    rm 'some shards/shard-5.csv'
    mkdir 'some shards/shard-5.csv'
    if sh "$scripts/parallel.sh" $shards 'some shards' result.csv "$@" 2>err; then fail 'parallel.sh: shard 5 failed unnoticed'; fi
    [ ! -e result.csv ] || fail 'there is a result of a batch that failed'
    rmdir 'some shards/shard-5.csv'
    before=$(stat -c %i 'some shards/shard-1.csv')
    sh "$scripts/parallel.sh" --resume $shards 'some shards' result.csv "$@" 2>err || fail 'parallel.sh --resume failed'
    cmp whole.csv result.csv || fail 'parallel --resume: not the bytes of the whole batch'
    [ "$(stat -c %i 'some shards/shard-1.csv')" = "$before" ] || fail 'parallel --resume: a shard that was done ran again'
    echo "parallel: $shards shards, $(wc -c <whole.csv) bytes equal; a failed one run again alone"
}

# -------------------------------------------------------------------------------------------------- Kubernetes

# the command of a manifest, with the scripts of this tree
command_of() {
    sed -n '/^            - |$/,/^          resources:/p' "$scripts/$1" | sed -e 1d -e '$d' |
        sed "s|/usr/local/share/doc/jixiao/examples/cluster|$scripts|"
}

check_kubernetes() {
    mkdir data data/shards
    cp "$project" data/project.ini
    cp 'all actuals.csv' data/actuals.csv
    cd data
    command_of kubernetes-job.yaml >../job
    command_of kubernetes-merge.yaml >../merge
    seq 0 7 | xargs -P 4 -I '{}' env JOB_COMPLETION_INDEX='{}' sh ../job 2>../err || { cd .. && fail 'the command of kubernetes-job.yaml'; }
    sh ../merge 2>../err || { cd .. && fail 'the command of kubernetes-merge.yaml'; }
    "$jixiao" batch project.ini --actuals actuals.csv -o whole.csv 2>../err || [ $? = 3 ]
    cmp whole.csv result.csv || { cd .. && fail 'kubernetes: not the bytes of the whole batch'; }
    cd ..
    echo 'the commands of the Kubernetes jobs: equal'
}

# ------------------------------------------------------------------------------------------------------- pipes

# Rows without the places of errors: a pipe has no names of files, and counts its own lines.
without_places() {
    sed 's/error,"[^ ]*:[0-9]*: /error,"/' | LC_ALL=C sort
}

# What the engine does: rows are dealt out by their project, rows of a project stay together; a part may be empty.
deal() { # FILE: parts/0 to parts/9
    rm -rf parts
    mkdir parts
    touch parts/0 parts/1 parts/2 parts/3 parts/4 parts/5 parts/6 parts/7 parts/8 parts/9
    sed 1d "$1" | LC_ALL=C sort -s -t , -k 1,1 |
        awk -F, '{ part = substr($1, length($1)); if (part == 3) part = 4; print >("parts/" part) }'
    [ ! -s parts/3 ] || fail 'part 3 is not empty'
}

check_shape() { # FILE
    head -n 1 "$1" >header.csv
    "$jixiao" batch "$project" --actuals "$1" -o whole.csv 2>err || [ $? = 3 ]
    deal "$1"
    # shellcheck disable=SC2016
    printf 'sh "%s" header.csv "%s" <"$1" >"$1.out"\n' "$scripts/pipe.sh" "$project" >one_pipe
    find parts -type f -print0 | xargs -0 -P 4 -n 1 sh one_pipe 2>err || fail "$1: a pipe failed"
    [ ! -s parts/3.out ] || fail "$1: an empty part has results"
    cat parts/*.out | without_places >piped
    sed 1d whole.csv | without_places | cmp - piped || fail "$1: not the rows of the whole batch"
    echo "pipes, $1: $(wc -l <piped) rows equal"
}

check_pipes() {
    "$make" 60000 --broken 2 | once >wide.csv
    check_shape wide.csv
    "$make" 20000 --long --broken 2 | once >long.csv
    check_shape long.csv
    printf 'nothing\n' >header.csv
    if sh "$scripts/pipe.sh" header.csv "$project" <parts/1 >found 2>err; then fail 'pipe.sh: a wrong header passed for results'; fi
    [ ! -s found ] || fail 'pipe.sh: results in spite of a wrong header'
}

"check_$what" "$@"
