#!/bin/sh
# The cases of every project in conf pass and cover everything; a project that says something else fails them.
# usage: check_cases.sh JIXIAO ROOT ODD_PLUGINS
set -eu
jixiao=$1
root=$2
odd=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
projects=0
mutants=0

fail() {
    echo "$1" >&2
    cat "$work/out" "$work/err" >&2
    exit 1
}

run() { # CODE ARGUMENTS…
    expected=$1
    shift
    code=0
    "$jixiao" test "$@" --lang en >"$work/out" 2>"$work/err" </dev/null || code=$?
    [ "$code" = "$expected" ] || fail "expected exit code $expected, found $code: jixiao test $*"
}

# What a project can say otherwise, each as a sed command: a last digit, the comparator, how parts and time count. Levels, bands and
# judged grades have no use for target and comparator, unless the bands are of the target.
mutations() {
    awk '
        /^\[/ { section++ }
        NR == FNR { if (/^method .*(levels|bands|judged)$/) listed[section] = 1; if (/^of /) delete listed[section]; sections = section; next }
        { at = section - sections }
        /^(target|comparator) / && at in listed { next }
        /^(deduct|target|levels|otherwise|floor|step|pass|bands|judged|zero_below|zero_above|script\.[a-z_]*) / { print FNR "s/[0-8]\\([^0-9]*\\)$/9\\1/" }
        /^comparator / { print FNR "s/>=/<=/;t;" FNR "s/<=/>=/" }
        /^part .*(up|down)/ { print FNR "s/= .*/= exact/" }
        /^step_unit .*day/ { print FNR "s/day/month/" }
    ' "$1" "$1"
}

for project in "$root"/conf/*.ini "$root"/conf/examples/*/project.ini; do
    grep -q '^\[project\]' "$project" || continue
    cases=${project%.ini}.cases.csv
    [ -e "$cases" ] || fail "$project: no cases"
    run 0 "$project" --coverage
    grep -q '^every branch has its case\.$' "$work/out" || fail "$project: not covered"
    projects=$((projects + 1))
    cp "$cases" "$work/mutant.cases.csv"
    mutations "$project" >"$work/mutations"
    while read -r mutation; do
        sed "$mutation" "$project" >"$work/mutant.ini"
        cmp -s "$project" "$work/mutant.ini" && continue
        code=0
        "$jixiao" test "$work/mutant.ini" >"$work/out" 2>"$work/err" </dev/null || code=$?
        case $code in
        1) mutants=$((mutants + 1)) ;;
        2) ;; # refused as it stands
        *) fail "$project: no case notices: $mutation (exit code $code)" ;;
        esac
    done <"$work/mutations"
done
[ "$projects" -ge 20 ] && [ "$mutants" -ge 150 ] || fail "only $projects projects and $mutants mutants"
run 0 "$root/conf"
tail -n 1 "$work/out" | grep -q '[0-9] projects in all: .* 0 failed$' || fail 'conf: no sum'

# a plugin that is broken is not the error that a case expects
cat >"$work/odd.ini" <<'END'
[project]
id = odd
name = 示例
[indicator it]
category = odd
name = 示例
target = 5
method = step
deduct = 1
weight = 100
fault = lose_silent
END
printf 'indicator,actual,visits,points\nit,好:3,1,error\n' >"$work/odd.cases.csv"
plugins=$("$jixiao" plugins | awk '{ sub("/[^/]*$", "", $NF); print $NF; exit }')
run 4 "$work/odd.ini" --plugin-path "$plugins:$odd"
grep -q 'odd.cases.csv:2: .*the plugin odd failed' "$work/err" || fail 'the plugin is not blamed'

# nor is a script
printf 'return function(ctx) local x = nil; x.y = 1 end\n' >"$work/broken.lua"
sed 's/^id = odd/id = broken/; s/^\[indicator/script = broken.lua\n&/; s/^category = .*/category = output/; /^fault/d' "$work/odd.ini" >"$work/broken.ini"
printf 'indicator,actual,total\nit,3,error\n' >"$work/broken.cases.csv"
run 4 "$work/broken.ini"
grep -q 'broken.cases.csv:2: .*broken.lua' "$work/err" || fail 'the script is not blamed'
echo "$projects projects, $mutants mutants noticed"
