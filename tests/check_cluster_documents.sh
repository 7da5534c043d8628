#!/bin/sh
# What docs/cluster*.md show of the scripts in examples/cluster are those scripts: a block behind a line that ends in
# [`NAME`](../examples/cluster/NAME): is that file, and each script is named. With `--write` as second argument the blocks are made anew.
# usage: check_cluster_documents.sh ROOT [--write]
set -eu
root=$1
failed=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

complain() {
    echo "$1" >&2
    failed=1
}

# each block into $work/NAME
cut_blocks() {
    awk -v to="$work/" '
        /^```/ { if (inside) { inside = 0; name = "" } else { inside = 1 } next }
        inside && name != "" { print >(to name); next }
        match($0, /\(\.\.\/examples\/cluster\/[a-z_.-]*\)(:|：)$/) {
            name = substr($0, RSTART, RLENGTH); sub(/^.*\//, "", name); sub(/\).*$/, "", name); next
        }
        !inside && NF { name = "" }
    ' "$1"
}

write_blocks() {
    awk -v from="$root/examples/cluster/" '
        /^```/ {
            if (inside) { inside = 0; name = "" } else { inside = 1 }
            print
            if (inside && name != "") { while ((getline line <(from name)) > 0) print line; close(from name) }
            next
        }
        inside && name != "" { next }
        { print }
        match($0, /\(\.\.\/examples\/cluster\/[a-z_.-]*\)(:|：)$/) {
            name = substr($0, RSTART, RLENGTH); sub(/^.*\//, "", name); sub(/\).*$/, "", name); next
        }
        !inside && NF { name = "" }
    ' "$1"
}

for document in "$root"/docs/cluster.md "$root"/docs/cluster.zh-CN.md; do
    if [ "${2:-}" = --write ]; then
        write_blocks "$document" >"$work/written"
        cat "$work/written" >"$document"
        rm "$work/written"
    fi
    cut_blocks "$document"
    [ "$(find "$work" -type f | wc -l)" -ge 8 ] || complain "$document: shows too few scripts"
    for block in "$work"/*; do
        script=$root/examples/cluster/$(basename "$block")
        diff -u "$script" "$block" >&2 || complain "$document: does not show $script as it is"
        rm "$block"
    done
    for script in "$root"/examples/cluster/*; do
        grep -q "(../examples/cluster/$(basename "$script"))" "$document" || complain "$document: does not name $script"
    done
done
exit $failed
