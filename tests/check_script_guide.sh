#!/bin/sh
# docs/script-guide*.md, in the order in which a reader types it: a block behind a line that ends in `NAME`: is saved under that name,
# commands are run and say what stands behind them, and each line EXPRESSION --> TEXT of the other Lua is what it says.
# usage: check_script_guide.sh JIXIAO ROOT
set -eu
jixiao=$1
root=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin"
ln -s "$jixiao" "$work/bin/jixiao"
PATH=$work/bin:$PATH
unset LC_ALL LC_MESSAGES

# each block of the document into a file: 007.sh, 008.text, 009.lua=NAME
cut_blocks() {
    awk -v to="$2" '
        /^```[a-z]+$/ { inside = 1; number++; kind = substr($0, 4); file = sprintf("%s/%03d.%s%s", to, number, kind, name); printf "" >file; next }
        /^```$/ { inside = 0; name = ""; close(file); next }
        inside { print >file; next }
        NF { name = ""; if (match($0, /`[a-z_.]+\.(lua|ini|csv)`(:|：)$/)) { name = substr($0, RSTART + 1); sub(/`.*/, "", name); name = "=" name } }
    ' "$1"
}

# a script that fails unless every line is what it says
claims() {
    awk '
        BEGIN {
            print "return function(ctx)"
            print "  local function claim(text, expected, value)"
            print "    local ok, found = pcall(value)"
            print "    local wrong = string.sub(expected, 1, 7) == \"error: \" and string.sub(expected, 8)"
            print "    local as_said = wrong and not ok and string.find(found, wrong, 1, true) or not wrong and ok and tostring(found) == expected"
            print "    if not as_said then error(text .. \" gives \" .. tostring(found)) end"
            print "  end"
        }
        !/ --> / { print "  " $0; next }
        {
            at = index($0, " --> ")
            value = substr($0, 1, at); sub(/ +$/, "", value)
            returns = value ~ /^[a-z.]+ = / ? "" : "return "
            printf "  claim([==[%s]==], [==[%s]==], function() %s%s end)\n", value, substr($0, at + 5), returns, value
        }
        END { print "end" }
    ' "$1"
}

cat >"$work/claims.ini" <<'END_OF_FILE'
[project]
id = claims
name = claims
full = 50
year = 2024
[indicator it]
category = output
name = it
unit = km
target = 120
weight = 50
method = step
deduct = 0.5
script = claims.lua
END_OF_FILE
printf 'indicator,actual\nit,55\n' >"$work/claims.csv"

fail() {
    echo "$document, block $1: $2" >&2
    exit 1
}

for document in script-guide script-guide.zh-CN; do
    case $document in *.zh-CN) LANG=zh_CN.UTF-8 ;; *) LANG=en_US.UTF-8 ;; esac
    export LANG
    mkdir "$work/$document" "$work/$document/blocks"
    cut_blocks "$root/docs/$document.md" "$work/$document/blocks"
    cd "$work/$document"
    kinds=
    for block in blocks/*; do
        number=$(basename "$block")
        kinds="$kinds ${number#*.}"
        case $number in
        *=*) cp "$block" "${number#*=}" ;;
        *.sh)
            sh "$block" >all 2>&1 || true
            sed -e :a -e '/^\n*$/{$d;N;ba' -e '}' all >found # without blank lines at the end
            ;;
        *.text)
            diff -u "$block" found >&2 || fail "$number" 'the commands say something else'
            rm found
            ;;
        *.lua)
            [ "$(grep -c -- ' --> ' "$block")" -gt 1 ] || fail "$number" 'it has no name and claims nothing'
            claims "$block" >"$work/claims.lua"
            jixiao score "$work/claims.ini" --actuals "$work/claims.csv" >found 2>&1 || { cat found >&2; fail "$number" 'not as it says'; }
            rm found
            ;;
        *) fail "$number" 'nobody knows what to do with it' ;;
        esac
        case $number in *.text | *.sh) ;; *) [ ! -e found ] || fail "$number" 'it follows commands whose output is not shown' ;; esac
    done
    [ ! -e found ] || fail 'at the end' 'commands whose output is not shown'
    # both languages show the same
    echo "$kinds" | tr ' ' '\n' >"$work/$document.kinds"
    echo "$document: $(grep -c . "$work/$document.kinds") blocks"
done
diff -u "$work/script-guide.kinds" "$work/script-guide.zh-CN.kinds" >&2 || { echo 'the two languages do not show the same' >&2; exit 1; }
