#!/bin/sh
# Every block of commands in the READMEs runs as it stands, from the root of the sources; those of ./quickstart are run elsewhere.
# usage: check_readme.sh JIXIAO CC ROOT
set -eu
jixiao=$1
root=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# the nth block of shell commands of a file
block() {
    awk -v want="$2" '/^```sh$/ { n++; inside = n == want; next } /^```$/ { inside = 0 } inside' "$root/$1"
}

mkdir -p "$work/build/bin"
cp -R "$root/conf" "$root/docs" "$root/plugins" "$root/examples" "$root/core" "$work/"
cat >"$work/build/bin/jixiao" <<END
#!/bin/sh
code=0
"$jixiao" "\$@" || code=\$?
echo "\$code jixiao \$*" >>"$work/codes"
exit \$code
END
chmod +x "$work/build/bin/jixiao"

for readme in README.md README.zh-CN.md examples/finance-evaluation/README.md; do
    number=1
    : >"$work/codes"
    find "$work/build" -maxdepth 1 -type f -delete # what another language's commands wrote
    while block "$readme" "$number" >"$work/block" && [ -s "$work/block" ]; do
        if ! grep -Eq 'quickstart|git clone|cmake' "$work/block"; then
            (cd "$work" && sh block >output 2>errors </dev/null) || true
            # a batch sums up what came of it, and check has what is worth knowing; anything else is a fault
            ! grep -Ev '^jixiao: ([0-9]+ (projects: |个项目：)|mean |平均 |[^ ]+:[0-9]+: (info|提示) )' "$work/errors" >"$work/faults" ||
                { echo "$readme, block $number:" >&2; cat "$work/faults" >&2; exit 1; }
        fi
        number=$((number + 1))
    done
    # 1: an example may well be incomplete; anything above is a fault
    ! grep -Ev '^[01] ' "$work/codes" >&2 || exit 1
    [ -s "$work/codes" ] || { echo "$readme: no command ran" >&2; exit 1; }
    echo "$readme: $(wc -l <"$work/codes") commands ran"
done
