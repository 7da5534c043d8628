#!/bin/sh
# What `jixiao new` writes runs as it stands, by the commands that it prints and that the README in it names.
# usage: check_new.sh JIXIAO CC BUILD refusals|plugin|project|cases|script
set -eu
jixiao=$1
CC=$2
build=$3
part=$4
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
PKG_CONFIG_PATH=$(dirname "$(find "$build/" -name jixiao.pc)")
PATH=$(dirname "$jixiao"):$PATH
CMAKE_PREFIX_PATH=$build
export CC PKG_CONFIG_PATH PATH CMAKE_PREFIX_PATH
unset LC_ALL LC_MESSAGES LANG
cd "$work"

fail() {
    echo "$*" >&2
    exit 1
}

# quietly COMMAND…: shows what it printed only where it fails
quietly() {
    "$@" >"$work/log" 2>&1 </dev/null || { cat "$work/log" >&2; fail "failed: $*"; }
}

# runs what `jixiao new` printed as next
run_next() {
    sed '1,/^next:$/d' made >next
    [ -s next ] || fail "no commands are next"
    quietly sh -ex next
}

# refuse TEXT ARGUMENT…: exit code 2, that text, nothing written
refuse() {
    expected=$1
    shift
    find . ! -name err | sort >before
    code=0
    "$jixiao" new --lang en "$@" >/dev/null 2>err || code=$?
    [ "$code" = "${code_expected:-2}" ] || fail "new $*: exit code $code, $(cat err)"
    grep -qF -e "$expected" err || fail "new $*: expected \"$expected\", found: $(cat err)"
    find . ! -name err | sort | diff before - || fail "new $*: something was written"
}

# whatever is refused leaves nothing behind
check_refusals() {
    touch before
    refuse 'expected a kind and a name, as in: jixiao new plugin NAME'
    refuse 'expected a kind and a name' plugin
    refuse 'expected plugin, project or script, found "type"' type x
    refuse 'unexpected argument "y"' script x y
    for name in '' Cost a_b 成本 a/b .. a234567890123456789012345678901234567890; do
        for kind in plugin project script; do
            refuse 'expected a name of at most 39 lower-case letters' "$kind" "$name"
        done
    done
    refuse 'not beginning with a hyphen, found "-x"' project -- -x
    refuse 'the build tools keep the name "test" for themselves' plugin test
    refuse 'there is a plugin "cost" already, ' plugin cost
    refuse 'jixiao.ini holds the settings of the host and is taken for no project' project jixiao
    mkdir taken
    refuse 'taken: is there already and is not overwritten; nothing was written' plugin taken
    : >half.cases.csv
    refuse 'half.cases.csv: is there already' project half
    ln -s nowhere linked.lua
    refuse 'linked.lua: is there already' script linked
    code_expected=5
    refuse 'its directory does not exist' project fine -o absent
    refuse 'its directory does not exist' plugin fine -o absent
    refuse 'its directory does not exist' plugin fine -o half.cases.csv
    "$jixiao" new --lang zh 2>err || true
    grep -qF '应写明种类和名称' err
    # a command without what belongs beside it
    mkdir -p lone/bin
    cp "$jixiao" lone/bin/
    jixiao=lone/bin/jixiao
    refuse 'expected a folder of templates; install jixiao anew' project fine
    mkdir -p lone/share/jixiao/templates/project/@NAME@.ini
    refuse '@NAME@.ini: expected a file, found a directory' project fine
}

# A name of 39 bytes, one of the words that compilers keep, and plain ones; as the command says, then as the README says.
check_plugin() {
    for name in int a23456789012345678901234567890123456789 3d-maps; do
        "$jixiao" new plugin "$name" --lang en >made
        run_next
        grep -q '100% tests passed' log || fail "$name: no test ran"
        rm -r "$name"
    done
    mkdir 'some where'
    "$jixiao" new plugin roads -o 'some where' --lang en >made
    run_next
    (
        cd 'some where/roads'
        awk '/^```sh$/ { inside = 1; next } /^```$/ { inside = 0 } inside' README.md >../readme
        rm -r build
        [ "$(wc -l <../readme)" = 8 ] || fail "README.md: expected 8 commands"
        quietly sh -ex ../readme
        "$jixiao" score example.ini --actuals example.actuals.csv --plugin-path . --format json |
            grep -q '"total":89.50' || fail "expected 89.50 points"
        # its test notices what it is for
        sed -i 's/lose_by_method(job)/lose_by_method(job) == JX_OK ? JX_OK : JX_OK/; s/ratio_multiply(reports, each/ratio_add(reports, each/' roads.c
        for target in check test; do
            ! make $target >/dev/null 2>&1 || fail "make $target does not notice a plugin that adds for multiplying"
        done
    )
    ! grep -rn '@[A-Z_]*@' 'some where/roads' --include='*.[cmti]*' || fail "placeholders are left"
}

check_project() {
    "$jixiao" new project roads-2024 --lang zh >made
    grep -q '^接下来：$' made
    "$jixiao" check roads-2024.ini >out 2>&1
    [ ! -s out ] || fail "check: $(cat out)"
    "$jixiao" score roads-2024.ini --actuals roads-2024.actuals.csv --format json >out
    grep -q '"total":98.85,"grade":"优","status":"scored"' out || fail "expected 98.85 points"
    ! grep -n '@[A-Z_]*@' roads-2024.* || fail "placeholders are left"
    # the cases hold, by the way of a batch: their actuals, and the points of each
    awk -F, -v OFS=, '$1 != "not-reported" && (NR == 1 || $2 != "") { print $1, $2, $3, $4 }' roads-2024.cases.csv >cases.csv
    "$jixiao" batch roads-2024.ini --actuals cases.csv -o totals.csv
    awk -F, '$2 == "" { printf "%s,%.2f\n", $1, $6 }' roads-2024.cases.csv | sort >expected
    awk -F, 'NR > 1 { print $1 "," $(NF - 3) }' totals.csv | sort | diff expected - || fail "totals differ from the cases"
}

check_cases() {
    "$jixiao" new project roads-2024 --lang en >made
    run_next
}

check_script() {
    "$jixiao" new script late-reports --lang en >made
    run_next
    "$jixiao" score late-reports-example.ini --actuals late-reports-example.actuals.csv --format json |
        grep -q '"total":96.00' || fail "expected 96.00 points"
}

"check_$part"
