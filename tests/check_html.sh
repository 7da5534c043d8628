#!/bin/sh
# Pages of --format html in a real browser, without a window: read back, sorted and filtered by clicks, printed. A page under test
# is probed in a copy that carries html/probe.js and a policy that lets it run; what the page's own policy is for is tested on the page itself.
# Exit code 77: skipped, and why.
# usage: check_html.sh JIXIAO ROOT
set -eu
jixiao=$1
root=$2
failed=0

skip() {
    echo "skipped: browser: $1"
    exit 77
}

for name in chromium chromium-browser google-chrome; do
    browser=$(command -v $name) && break
done
[ -n "${browser:-}" ] || skip 'there is no Chromium here; ./quickstart test --all installs it'
for tool in pdfinfo pdftotext; do
    command -v $tool >/dev/null || skip "there is no $tool here; ./quickstart test --all installs it"
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

browse() { # PAGE OPTION…
    page=$1
    shift
    timeout -k 5 60 "$browser" --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --hide-scrollbars \
        --no-first-run --user-data-dir="$work/profile" --window-size=1280,1000 "$@" "file://$page" 2>"$work/browser.log"
}

# A page whose policy names these scripts; what it says of anything else stays.
with_scripts() { # SOURCE PAGE
    sed "s/\(http-equiv=\"Content-Security-Policy\".*script-src \)[^\"]*\"/\1\&#39;$1\&#39;\"/" "$2"
}

# Inserts a script at the end of a page.
with_script() { # SCRIPT
    awk -v script="$1" '
        /<\/body>/ && !done {
            sub(/<\/body>.*/, "")
            print
            print "<script>"
            while ((getline line < script) > 0) print line
            print "</script></body></html>"
            done = 1
            exit
        }
        { print }
    '
}

# What the probe saw on a page, a line a fact.
probe() { # PAGE SEARCH OPTION…
    page=$1
    printf 'window.probeSearch = "%s";\n' "$2" | cat - "$root/tests/html/probe.js" >"$work/probe.js"
    shift 2
    with_scripts unsafe-inline "$page" | with_script "$work/probe.js" >"$work/probed.html"
    browse "$work/probed.html" --dump-dom "$@" >"$work/dom"
    sed -n '/<pre id="seen">/,/<\/pre>/p' "$work/dom" |
        sed 's/.*<pre id="seen">//; s/<\/pre>.*//; s/&lt;/</g; s/&gt;/>/g; s/&amp;/\&/g' >"$work/seen"
    [ -s "$work/seen" ] || { cat "$work/browser.log"; echo "the probe did not run on $page"; exit 1; }
}

expect() { # WHAT EXPECTED, as the probe saw it
    found=$(sed -n "s/^$1: //p" "$work/seen")
    same "$1" "$2" "$found"
}

same() { # WHAT EXPECTED FOUND
    [ "$2" = "$3" ] && return 0
    printf '%s\nexpected: %s\nfound:    %s\n' "$1" "$2" "$3"
    failed=1
}

has() { # WHAT FILE TEXT
    grep -qF -- "$3" "$2" || { echo "$1: not there: $3"; failed=1; }
}

lacks() { # WHAT FILE TEXT
    ! grep -qF -- "$3" "$2" || { echo "$1: there: $3"; failed=1; }
}

# WCAG AA: 4.5 for text.
expect_contrast() {
    least=$(sed -n 's/^least contrast: //p' "$work/seen")
    awk -v least="${least%% *}" 'BEGIN { exit !(least >= 4.5) }' || { echo "contrast: $least"; failed=1; }
}

# ----------------------------------------------------------------------------------------------- one scorecard

project=industry-development-2024
"$jixiao" score "$root/conf/$project.ini" --actuals "$root/conf/actuals/$project.csv" --format html -o "$work/one.html"
"$jixiao" score "$root/conf/$project.ini" --actuals "$root/conf/actuals/$project.csv" --format html -o "$work/again.html"
cmp "$work/one.html" "$work/again.html" || failed=1
probe "$work/one.html" ''
expect title '产业发展工作经费项目 · 绩效评分'
expect h1 '产业发展工作经费项目'
expect total 97.24
expect badge 优
expect points '20.00 10.80 7.74 20.00 20.00 9.00 9.70'
expect foreign 0
expect 'wider than the window' false
expect paper 'rgb(255, 255, 255)'
expect_contrast
probe "$work/one.html" '' --blink-settings=preferredColorScheme=0
expect paper 'rgb(21, 24, 28)'
expect_contrast

# ------------------------------------------------------------------------------------------------ hostile names

hostile='<script>document.title="owned"</script><img src=x onerror="document.title=1">&lt;b&gt;'
hostile=$hostile$(printf '%0300d' 0) # that no line can hold
sed "s|^name *= 产业发展.*|name = $(printf '%s' "$hostile" | sed 's/&/\\\&/g')|" "$root/conf/$project.ini" >"$work/hostile.ini"
"$jixiao" score "$work/hostile.ini" --actuals "$root/conf/actuals/$project.csv" --format html -o "$work/hostile.html"
browse "$work/hostile.html" --dump-dom >"$work/dom"
lacks 'a hostile name' "$work/dom" '<script'
lacks 'a hostile name' "$work/dom" '<img'
probe "$work/hostile.html" ''
expect h1 "$hostile"
expect title "$hostile · 绩效评分"
expect 'wider than the window' false
expect foreign 0

# ---------------------------------------------------------------------------------------------------- the policy

echo 'document.documentElement.id = "owned"' >"$work/attack.js"
with_script "$work/attack.js" <"$work/one.html" >"$work/attacked.html"
browse "$work/attacked.html" --dump-dom >"$work/dom"
lacks 'the policy' "$work/dom" 'id="owned"'
with_scripts unsafe-inline "$work/one.html" | with_script "$work/attack.js" >"$work/attacked.html"
browse "$work/attacked.html" --dump-dom >"$work/dom"
has 'another policy' "$work/dom" 'id="owned"'

# -------------------------------------------------------------------------------------------------------- a batch

# four cities, and one that cannot be scored
sed '$!b
p; s/示例市[^,]*/示例市戊/; s/,满意,/,不知道,/; s/,[^,]*满意,/,不知道,/' "$root/conf/actuals/cities-wide.csv" >"$work/cities.csv"
for workers in 1 3; do
    "$jixiao" batch "$root/conf/$project.ini" --actuals "$work/cities.csv" --format html -j $workers -o "$work/batch-$workers.html" \
        2>/dev/null || [ $? -eq 3 ]
done
cmp "$work/batch-1.html" "$work/batch-3.html" || failed=1
"$jixiao" batch "$root/conf/$project.ini" --actuals "$work/cities.csv" -o "$work/batch.csv" 2>/dev/null || [ $? -eq 3 ]
totals() { # SORT OPTION…: of those that have one, then a dash
    tail -n +2 "$work/batch.csv" | awk -F, '$9 != "" { print $9 + 0 }' | sort "$@" | tr '\n' ' '
    echo -
}
count=$(tail -n +2 "$work/batch.csv" | wc -l)
probe "$work/batch-1.html" 市乙
expect 'first totals' "$(totals -gr)"
expect once "ascending $(totals -g)"
expect twice "descending $(totals -gr)"
expect 'by rank' 'ascending 1 2 3 4 -'
expect 'by name' 'ascending 示例市丙 示例市丁 示例市甲 示例市戊 示例市乙'
expect 'sorted heads' 1
expect 'plain heads' 1
expect 'group ' "$count true"
for grade in 优 中 差; do
    expect "group $grade" "$(grep -c ",$grade,scored," "$work/batch.csv") true"
done
expect 'group 错误' '1 true'
expect found '1, 1 / 5'
expect 'all again' "$count"
expect open 5
expect foreign 0
expect 'wider than the window' false
expect_contrast
probe "$work/batch-1.html" '' --blink-settings=preferredColorScheme=0
expect_contrast

# on its own, the page's script runs; where none may run, all rows are there, and no buttons that do nothing
browse "$work/batch-1.html" --dump-dom >"$work/dom"
has 'the page' "$work/dom" '<button type="button">'
lacks 'the page' "$work/dom" 'hidden="hidden"'
with_scripts none "$work/batch-1.html" >"$work/still.html"
browse "$work/still.html" --dump-dom >"$work/dom"
has 'without scripts' "$work/dom" 'hidden="hidden"'
lacks 'without scripts' "$work/dom" '<button type="button">'
same 'rows without scripts' "$count" "$(grep -c '<tr class="g[0-4]" data-group' "$work/dom")"

# --------------------------------------------------------------------------------------------------------- paper

browse "$work/batch-1.html" --no-pdf-header-footer --print-to-pdf="$work/batch.pdf" >/dev/null
pdftotext -layout "$work/batch.pdf" "$work/batch.txt"
pdftotext -raw "$work/batch.pdf" - | tr -d ' \n' >"$work/joined.txt"
pages=$(pdfinfo "$work/batch.pdf" | sed -n 's/^Pages: *//p')
same 'A4 landscape' A4 "$(pdfinfo "$work/batch.pdf" | sed -n 's/^Page size:.*841\.[0-9]* x 59[45]\.[0-9]* pts (\(A4\))$/\1/p')"
has 'losses that are folded on the screen' "$work/joined.txt" '按比例得分'
same 'heads of the ranking' "$((pages - 1))" "$(grep -c '名次.*扣分原因' "$work/batch.txt")"
grep -qE "$pages ?/ ?$pages" "$work/batch.txt" || { echo 'no numbers of pages'; failed=1; }

# --------------------------------------------------------------------------------------------------------- screen

browse "$work/one.html" --screenshot="$work/one.png" >/dev/null
[ "$(head -c 8 "$work/one.png" | od -An -c | tr -d ' \n')" = '211PNG\r\n032\n' ] || { echo 'no picture'; failed=1; }
[ "$(wc -c <"$work/one.png")" -gt 30000 ] || { echo 'an empty picture'; failed=1; }
exit $failed
