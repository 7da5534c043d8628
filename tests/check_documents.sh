#!/bin/sh
# The generated documents are what the engine says today. Run with `--write` as fourth argument to make them anew.
# usage: check_documents.sh JIXIAO PRINT_ERRORS ROOT [--write]
set -eu
jixiao=$1
print_errors=$2
root=$3
failed=0

compare() { # DOCUMENT COMMAND…
    document=$root/docs/$1
    shift
    if [ "${write:-}" = --write ]; then
        "$@" >"$document"
    elif ! "$@" | diff -u "$document" -; then
        echo "$document: differs from what this prints: $*" >&2
        failed=1
    fi
}

write=${4:-}
compare config-reference.md "$jixiao" plugins --reference --lang en
compare config-reference.zh-CN.md "$jixiao" plugins --reference --lang zh
compare errors.md "$print_errors"
compare findings.md "$print_errors" findings en
compare findings.zh-CN.md "$print_errors" findings zh
# every file of the core has its line in the architecture
for file in "$root"/core/*/*.[ch] "$root"/plugins/*.c "$root"/modules/*/*.[ch]; do
    name=${file#"$root"/}
    base=$(basename "${name%.*}")
    grep -q "^| \`$(dirname "$name")/$base" "$root/docs/architecture.md" ||
        { echo "docs/architecture.md: no line for $name" >&2; failed=1; }
done
exit $failed
