#!/bin/sh
# One golden case: a folder with `command` (the arguments), the files they name, and what is expected: `out`, `err`, `code`
# (absent: nothing, nothing, 0). What differs from build to build (digests of plugins) is blanked.
# usage: check_golden.sh JIXIAO CASE [--write]
set -eu
jixiao=$1
cd "$2"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
code=0

blank() {
    sed -E 's/"(sha256|digest)":"[0-9a-f]{64}"/"\1":"…"/g; s/\b[0-9a-f]{12}\b/…/g'
}

eval "\"\$jixiao\" $(cat command)" >"$work/raw" 2>"$work/err" </dev/null || code=$?
blank <"$work/raw" >"$work/out"
echo "$code" >"$work/code"

for part in out err code; do
    if [ "${3:-}" = --write ]; then
        cp "$work/$part" "$part"
        [ -s "$part" ] && [ "$(cat "$part")" != 0 ] || rm -f "$part"
    elif [ -e "$part" ]; then
        diff -u "$part" "$work/$part"
    else
        [ "$part" = code ] && expected=0 || expected=
        [ "$(cat "$work/$part")" = "$expected" ] || { echo "unexpected $part:"; cat "$work/$part"; exit 1; }
    fi
done
