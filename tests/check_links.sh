#!/bin/sh
# Every link of the documents leads to a file, and to a heading where it names one; documents in two languages (X.md, X.zh-CN.md) name
# each other and have the same headings, tables, blocks and pictures; a Chinese document links the Chinese one where there is one.
# usage: check_links.sh ROOT
set -eu
root=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

complain() {
    echo "$1" >&2
    failed=1
}

# the lines of a document outside of its blocks
prose() {
    awk '/^ *```/ { inside = !inside; next } !inside' "$1"
}

# what a heading is called in links: small letters, without marks, blanks as hyphens
anchors() {
    prose "$1" | sed -n 's/^##* //p' | tr 'A-Z ' 'a-z-' | sed 's/[].,:;!?()"`'"'"'\/·…*+=<>&#@$%^~{}|[]//g; s/[，。：；！？（）、“”]//g'
}

check_link() { # DOCUMENT LINK
    case $2 in
    http://* | https://* | mailto:*) return ;;
    esac
    file=${2%%#*}
    target=$(dirname "$1")/$file
    [ -n "$file" ] || target=$1
    [ -e "$target" ] || { complain "$1: there is no $2"; return; }
    case $2 in
    *#*) anchors "$target" | grep -qxF -e "${2#*#}" || complain "$1: $file has no heading $2" ;;
    esac
    case $1 in
    *.zh-CN.md)
        twin=${target%.md}.zh-CN.md
        case $file in
        *.zh-CN.md) ;;
        *.md) [ ! -e "$twin" ] || [ "$twin" -ef "$1" ] || complain "$1: $file is there in Chinese as well" ;;
        esac
        ;;
    esac
}

# what there is to see, in order: headings by depth, tables by their columns, blocks, pictures
shape() {
    awk '
        /^ *```/ { inside = !inside; if (inside) print "block"; next }
        inside { next }
        /^#+ / { print $1 }
        /^ *\| *:?--/ { print "table", gsub(/\|/, "") }
        /^!\[/ { print "picture" }
    ' "$1"
}

count=0
for document in "$root"/README*.md "$root"/CHANGELOG.md "$root"/docs/*.md "$root"/conf/*.md "$root"/examples/*/*.md; do
    [ -e "$document" ] || continue
    prose "$document" | grep -o '](<*[^)> ]*' | sed 's/^](<*//' >"$work/links" || true
    while read -r link; do
        check_link "$document" "$link"
        count=$((count + 1))
    done <"$work/links"
    case $document in
    *.zh-CN.md)
        other=${document%.zh-CN.md}.md
        case $document in
        */config-reference.*) ;; # printed by the command
        *)
            grep -qF "($(basename "$other"))" "$document" || complain "$document: does not name $(basename "$other")"
            grep -qF "($(basename "$document"))" "$other" || complain "$other: does not name $(basename "$document")"
            ;;
        esac
        shape "$other" >"$work/other"
        shape "$document" | diff -u "$work/other" - >&2 || complain "$document: does not show what $other shows"
        ;;
    esac
done
[ "$count" -gt 200 ] || complain "only $count links"
echo "$count links"
exit $failed
