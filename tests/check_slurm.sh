#!/bin/sh
# examples/cluster/slurm-*.sh on a real Slurm: controller and three nodes on loopback, in a folder of their own. A shard that is
# killed cancels the merge and runs again alone; a result that is lost is named; what is merged are the bytes of a run that was
# never cut. Exit code 77: skipped, and why.
# usage: check_slurm.sh JIXIAO MAKE_ACTUALS ROOT
set -eu
jixiao=$1
make=$2
root=$3
shards=12

skip() {
    echo "skipped: slurm: $1"
    exit 77
}

PATH=$PATH:/usr/sbin:/sbin
for tool in slurmctld slurmd sbatch scancel scontrol sinfo squeue munged; do
    command -v $tool >/dev/null || skip "there is no $tool here; ./quickstart test --all installs it"
done
[ "$(id -u)" = 0 ] || skip 'daemons of nodes start jobs, which takes root'

work=$(mktemp -d)
chmod 755 "$work" # munged wants everybody to reach its socket

# Everything that was started has this configuration in its environment, jobs included.
ours() {
    grep -lzxF "SLURM_CONF=$work/slurm.conf" /proc/[0-9]*/environ 2>/dev/null | cut -d/ -f3
}

stop_all() {
    trap '' HUP INT TERM
    unset SLURM_CONF
    for signal in TERM KILL; do
        tries=0
        while left=$(ours) && [ -n "$left" ] && [ $tries -lt 30 ]; do
            # shellcheck disable=SC2086
            [ $tries -gt 0 ] || kill -$signal $left 2>/dev/null || true
            sleep 0.1
            tries=$((tries + 1))
        done
    done
    rm -rf "$work"
}
trap stop_all EXIT
trap 'exit 1' HUP INT TERM
cd "$work"
mkdir state spool log bin

fail() {
    echo "$1" >&2
    shift
    for file; do
        [ ! -s "$file" ] || { echo "--- $file" && tail -n 30 "$file"; } >&2
    done
    exit 1
}

# wait_for SECONDS COMMAND…
wait_for() {
    end=$(($(date +%s) + $1))
    shift
    until "$@"; do
        [ "$(date +%s)" -lt $end ] || return 1
        sleep 0.1
    done
}

# ------------------------------------------------------------------------------------------------- the cluster

# Ports that nobody listens at, below those that the system deals out.
free_ports() { # FIRST COUNT
    at=$1
    while [ "$at" -lt $(($1 + $2)) ]; do
        if grep -qis "^ *[0-9]*: [0-9A-F]*:$(printf '%04X' "$at") " /proc/net/tcp /proc/net/tcp6; then return 1; fi
        at=$((at + 1))
    done
}

first=$((20000 + $$ % 1000 * 10))
until free_ports $first 4; do
    first=$((20000 + (first - 20000 + 10) % 12000))
done

cat >slurm.conf <<END_OF_FILE
ClusterName=jixiao-test
SlurmctldHost=localhost(127.0.0.1)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$work/munge.socket
SlurmctldPort=$first
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd-%n.pid
SlurmdSpoolDir=$work/spool/%n
StateSaveLocation=$work/state
SlurmctldLogFile=$work/log/slurmctld
SlurmdLogFile=$work/log/slurmd-%n
SlurmdParameters=config_overrides
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
ReturnToService=2
SchedulerType=sched/builtin
SchedulerParameters=sched_interval=1
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
MinJobAge=300
NodeName=n1 NodeHostname=localhost NodeAddr=127.0.0.1 Port=$((first + 1)) CPUs=2 RealMemory=1024
NodeName=n2 NodeHostname=localhost NodeAddr=127.0.0.1 Port=$((first + 2)) CPUs=2 RealMemory=1024
NodeName=n3 NodeHostname=localhost NodeAddr=127.0.0.1 Port=$((first + 3)) CPUs=2 RealMemory=1024
PartitionName=all Nodes=n[1-3] Default=YES MaxTime=INFINITE State=UP OverSubscribe=NO
END_OF_FILE
export SLURM_CONF="$work/slurm.conf"

head -c 1024 /dev/urandom >munge.key
chmod 600 munge.key
munged -F --key-file "$work/munge.key" --socket "$work/munge.socket" --pid-file "$work/munge.pid" --log-file "$work/log/munged" \
    --seed-file "$work/munge.seed" >log/munged.out 2>&1 &
wait_for 10 test -S munge.socket || fail 'munged does not start' log/munged.out
slurmctld -D -f slurm.conf >log/slurmctld.out 2>&1 &
for node in n1 n2 n3; do
    mkdir spool/$node
    slurmd -D -f slurm.conf -N $node >log/slurmd-$node.out 2>&1 &
done

nodes_idle() {
    [ "$(timeout 5 sinfo -h -N -t idle -o %N 2>/dev/null | sort -u | grep -c .)" = 3 ]
}
wait_for 30 nodes_idle || fail 'the nodes do not come up' log/munged log/slurmctld log/slurmd-n1
echo "a cluster of $(slurmctld -V), three nodes"

# ---------------------------------------------------------------------------------------------------- the jobs

# The last state of a job, or of a task of an array.
state() {
    timeout 5 scontrol -o show job "$1" 2>/dev/null | sed -n 's/.* JobState=\([A-Z_]*\).*/\1/p' | sort -u
}

all_over() {
    [ -z "$(timeout 5 squeue -h 2>&1)" ]
}

# Submits, sets `array` and `merge`, and waits until nothing is left to do.
submit() {
    timeout 20 "$root/examples/cluster/slurm-submit.sh" "$@" >submitted || fail 'sbatch refuses' submitted log/slurmctld
    array=$(sed -n 's/^array \([0-9]*\),.*/\1/p' submitted)
    merge=$(sed -n 's/.*merge \([0-9]*\)$/\1/p' submitted)
    wait_for 30 all_over || fail "$(squeue)" log/slurmctld
}

expect_state() { # JOB STATE WHAT
    [ "$(state "$1")" = "$2" ] || fail "$3 (job $1): expected $2, found $(state "$1")" shards/*.log log/slurmctld
}

set -- "$root/conf/industry-development-2024.ini" --actuals actuals.csv --lang en
"$make" 60000 --broken 2 | awk -F, '!seen[$1]++' >actuals.csv # a project in two shards is refused by merge
code=0
"$jixiao" batch "$@" -o whole.csv 2>err || code=$?
[ $code = 3 ] || fail "expected exit code 3 of the whole batch, found $code" err

# The first run of shard 3 is killed as soon as it began.
cat >bin/jixiao <<END_OF_FILE
#!/bin/sh
case " \$* " in
*' --shard 3/$shards '*)
    if mkdir "$work/killed" 2>/dev/null; then
        "$jixiao" "\$@" &
        kill -9 \$!
        wait \$! || exit \$?
    fi
    ;;
esac
exec "$jixiao" "\$@"
END_OF_FILE
chmod +x bin/jixiao
PATH=$work/bin:$PATH

submit $shards shards result.csv "$@"
[ -d killed ] || fail 'shard 3 was not killed' shards/*.log
expect_state "${array}_3" FAILED 'the killed shard'
expect_state "${array}_4" COMPLETED 'its neighbour'
expect_state "$merge" CANCELLED 'the merge'
[ ! -e result.csv ] || fail 'there is a result of a batch that failed'
[ ! -e shards/shard-3.csv ] || fail 'there is a result of the shard that was killed'
[ "$(find shards -name 'shard-*.csv' | wc -l)" = $((shards - 1)) ] || fail 'other shards have no results' shards/*.log
cat shards/shard-*.log >logs
for node in n1 n2 n3; do
    grep -q "^shard .* on $node: " logs || fail "node $node had nothing to do" logs
done

submit --only 3 $shards shards result.csv "$@"
expect_state "${array}_3" COMPLETED 'the shard that runs again'
expect_state "$merge" COMPLETED 'the merge'
cmp whole.csv result.csv || fail 'the merged shards are not the bytes of the whole batch'
echo "shard 3 killed and run again alone: $(wc -c <result.csv) bytes equal"

# a result that is lost, one that runs twice
rm result.csv shards/shard-7.csv
sh "$root/examples/cluster/merge.sh" $shards shards result.csv 2>err && fail 'merged without shard 7'
grep -q 'shard-7\.csv' err || fail 'the shard that is lost is not named' err
[ ! -e result.csv ] || fail 'there is a result without shard 7'
submit --only 2,7 $shards shards result.csv "$@"
expect_state "$merge" COMPLETED 'the merge'
cmp whole.csv result.csv || fail 'the merged shards are not the bytes of the whole batch'
echo 'shard 7 lost and run again, shard 2 run twice: equal'
