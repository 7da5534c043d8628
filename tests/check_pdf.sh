#!/bin/sh
# `score --format pdf` as those see it who print it, and what is said where the module is not as it should be.
# usage: check_pdf.sh PART JIXIAO BUILD ROOT PLUGINS MODULES   (PLUGINS and MODULES: places in a prefix)
set -eu
part=$1
jixiao=$2
build=$3
root=$4
plugins=$5
modules=$6
module=$build/$modules/pdf.so
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

skip() {
    echo "skipped: pdf: $1"
    exit 77
}

fail() {
    echo "$*" >&2
    [ ! -e "$work/err" ] || cat "$work/err" >&2
    exit 1
}

# run CODE ARGUMENTS…: the results go to $work/out, what is said to $work/err
run() {
    expected=$1
    shift
    code=0
    "$command" "$@" >"$work/out" 2>"$work/err" </dev/null || code=$?
    [ "$code" = "$expected" ] || fail "expected exit code $expected, found $code: jixiao $*"
}

# says LINE: that and nothing else was said; PREFIX stands for where the command is
says() {
    sed "s|$prefix/|PREFIX/|g" "$work/err" >"$work/said"
    [ "$(cat "$work/said")" = "jixiao: $1" ] || fail "expected: $1, found: $(cat "$work/said")"
}

project=$root/conf/industry-development-2024.ini
actuals=$root/conf/actuals/industry-development-2024.csv
command=$jixiao
prefix=$work/prefix

# lay_out: a prefix of the command, its plugins and the module, as they are installed
lay_out() {
    rm -rf "$prefix"
    mkdir -p "$prefix/bin" "$prefix/$plugins" "$prefix/$modules"
    cp "$jixiao" "$prefix/bin/jixiao"
    cp "$build/$plugins"/*.so "$prefix/$plugins/"
    [ ! -e "$module" ] || cp "$module" "$prefix/$modules/pdf.so"
    chmod -R go-w "$prefix"
    command=$prefix/bin/jixiao
}

draw() { # CODE
    run "$1" score "$project" --actuals "$actuals" --format pdf --lang en -o "$work/page.pdf"
}

need_module() {
    [ -e "$module" ] || skip 'the module is not built'
    command -v pdftotext >/dev/null || skip 'no pdftotext'
    [ "$(fc-match -f '%{family[0]}' 'Noto Sans CJK SC' 2>/dev/null)" = 'Noto Sans CJK SC' ] || skip 'no Noto Sans CJK SC'
}

# text FILE [PDFTOTEXT OPTIONS…]: what the file says, without blanks and line ends
text() {
    file=$1
    shift
    pdftotext "$@" "$file" - | sed 's/　//g' | tr -d ' \n\f'
}

# in_order TEXT WORDS…: each behind the one before
in_order() {
    LC_ALL=C awk 'BEGIN {
        rest = ARGV[1]
        for (i = 2; i < ARGC; i++) {
            gsub(/ |\n|\343\200\200/, "", ARGV[i])
            at = index(rest, ARGV[i])
            if (!at) { print "not there, or not in its place: " ARGV[i]; exit 1 }
            rest = substr(rest, at + length(ARGV[i]))
        }
    }' "$@" >"$work/err" || fail
}

pages() {
    pdfinfo "$1" | awk '$1 == "Pages:" { print $2 }'
}

# ------------------------------------------------------------------------------------------- the pages

check_pages() {
    need_module
    for name in industry-development-2024 industry-chain-2024 clean-hengyang-2024; do
        for lang in zh en; do
            page=$work/$name.$lang.pdf
            run 0 score "$root/conf/$name.ini" --actuals "$root/conf/actuals/$name.csv" --format pdf --lang "$lang" -o "$page"
            [ ! -s "$work/err" ] || fail "$name: something was said"
            [ "$(pages "$page")" = 2 ] || fail "$name: expected 2 pages, found $(pages "$page")"
            run 0 score "$root/conf/$name.ini" --actuals "$root/conf/actuals/$name.csv" --format pdf --lang "$lang"
            cmp "$work/out" "$page" || fail "$name: not the same bytes"
            pdfinfo "$page" | grep -q '^Page size: *841.89 x 595.28 pts (A4)' || fail "$name: not A4 on its side"
            pdffonts "$page" >"$work/fonts"
            [ "$(sed 1,2d "$work/fonts" | wc -l)" = 2 ] || fail "$name: expected two fonts: $(cat "$work/fonts")"
            ! sed 1,2d "$work/fonts" | grep -vE '^[A-Z]{6}\+NotoSansCJKsc-(Bold|Regular) +CID Type 0C +Identity-H +yes yes yes' ||
                fail "$name: fonts that are not embedded parts of Noto Sans CJK SC"
        done
        # every indicator with its points and losses as the other formats have them
        run 0 score "$root/conf/$name.ini" --actuals "$root/conf/actuals/$name.csv" --format json
        said=$(text "$work/$name.zh.pdf")
        for word in $(grep -o '"name":"[^"]*","target"' "$work/out" | sed 's/"name":"\(.*\)","target"/\1/') \
            $(grep -o '"points":[0-9.]*' "$work/out" | sed 's/.*://'); do
            in_order "$said" "$word"
        done
        total=$(grep -o '"total":[0-9.]*' "$work/out" | sed 's/.*://')
        in_order "$said" 项目支出绩效自评表 "$total / 100" 一级指标 '第 1 页 共 2 页' 评分说明 "总分：$total / 100" 'SHA-256' '第 2 页 共 2 页'
        in_order "$(text "$work/$name.zh.pdf" -layout)" 总分 一级指标 总分 "$total" 填报人 单位负责人 填报日期 '第 1 页 共 2 页'
    done
    # nor do the hour, the place or the language of the machine matter
    TZ=Asia/Shanghai LC_ALL=ja_JP.UTF-8 LANGUAGE=ja PANGO_LANGUAGE=ja HOME=/nonexistent "$jixiao" score "$project" --actuals "$actuals" \
        --format pdf --lang zh >"$work/elsewhere.pdf" || fail 'elsewhere it is not drawn'
    cmp "$work/elsewhere.pdf" "$work/industry-development-2024.zh.pdf" || fail 'elsewhere it has other bytes'
    said=$(text "$work/industry-development-2024.zh.pdf" -layout)
    in_order "$said" 产业发展工作经费项目 主管部门 实施单位 全年预算数 5,000,000元 全年执行数 4,850,000元 绩效目标 \
        壮大产业规模 成本控制 97% 培育一批创新型中小企业 ≥30个 27个 12 10.80 规模工业增加值 -3.2% 7.74 执行时效 2024-03-15 \
        97.24 '等级：优（不低于满分的90%）'
    said=$(text "$work/industry-development-2024.zh.pdf")
    in_order "$said" '扣1.20分：目标为≥30个，实际为27个，少3个；每少1个扣0.4分，计3×0.4分' '说明：3家企业因营收未达标未通过认定' \
        '扣0.26分：' '未舍入为0.256分，余分四舍五入到2位小数后，实扣0.26分' '得分：8-0.26=7.74' '佐证材料：统计公报'
    said=$(text "$work/clean-hengyang-2024.en.pdf")
    in_order "$said" 'Self-evaluation of project performance' 'Page 1 of 2' 'How the points came about' \
        '22.00 asked for, 20.00 left to take, 20.00 taken' 'Page 2 of 2'
}

# ------------------------------------------------------------------------------------------- many pages

make_many() {
    awk -v ini="$work/many.ini" -v csv="$work/many.csv" 'BEGIN {
        print "[project]\nid = many\nname = 二百项 many indicators\nyear = 2024\nfull = 200" >ini
        for (i = 0; i < 900; i++) goal = goal "壮大产业规模" i "，"
        print "goal = " goal >ini
        print "department = 产业局\ndate = 2025-01-31\npreparer = 填表人" >ini
        print "indicator,actual,note" >csv
        for (i = 0; i < 200; i++) {
            category = i < 60 ? "output\nsubcategory = quantity" : i < 120 ? "output\nsubcategory = quality" : i < 160 ? "benefit\nsubcategory = social" : "satisfaction"
            name = i == 30 ? "Supercalifragilisticexpialidocious_without_any_blank_and_without_an_end_that_fits_into_a_column" : "指标第" i "号"
            print "[indicator i" i "]\ncategory = " category "\nname = " name "\nunit = 个\ntarget = 30\ncomparator = >=\nweight = 1\nmethod = step\ndeduct = 0.05" >ini
            note = ""
            if (i == 72) for (k = 0; k < 2500; k++) note = note "长篇说明" k "，"
            if (i == 71) note = "铃\007、\033[31m红、\342\200\256倒、<b>&\\ 第二段"
            if (i % 7 == 0) note = "因天气原因未能按期完成，下一步加强调度。"
            print "i" i "," (i % 3 == 0 ? 27 : 30) "个," note >csv
        }
    }'
}

check_many() {
    need_module
    make_many
    run 0 score "$work/many.ini" --actuals "$work/many.csv" --format pdf -o "$work/many.pdf"
    count=$(pages "$work/many.pdf")
    [ "$count" -gt 25 ] || fail "expected many pages, found $count"
    said=$(text "$work/many.pdf")
    in_order "$said" 壮大产业规模0 壮大产业规模899 指标第0号 指标第199号 填表人 2025-01-31 评分说明 "第 $count 页 共 $count 页"
    in_order "$said" 长篇说明0 长篇说明1249 长篇说明2499
    in_order "$said" '铃\x07、\x1b[31m红、\u202e倒、<b>&\' 第二段
    ! (in_order "$said" 指标第0号 没有的话 2>/dev/null) || fail 'in_order finds whatever it is asked for'
    for i in 0 1 59 60 119 120 160 199; do
        in_order "$said" "指标第${i}号"
    done
    # every page of the table has its headings, and the shared cells again
    for page in $(seq 1 "$count"); do
        said=$(text "$work/many.pdf" -f "$page" -l "$page")
        in_order "$said" "第 $page 页 共 $count 页"
        case $said in
        *评分说明*) break ;;
        esac
        case $said in
        *长篇说明* | *指标第*)
            in_order "$said" 一级指标
            in_order "$said" 偏差原因分析及改进措施
            in_order "$(echo "$said" | sed 's/效益指标\|产出指标\|满意度指标/一级/')" 一级
            ;;
        esac
    done
    run 0 score "$work/many.ini" --actuals "$work/many.csv" --format pdf
    cmp "$work/out" "$work/many.pdf" || fail 'not the same bytes'
}

# ------------------------------------------------------------------------------------- what may be wrong

check_faults() {
    lay_out
    rm -f "$prefix/$modules/pdf.so"
    echo old >"$work/page.pdf"
    draw 2
    says "PREFIX/$modules/pdf.so: the module that draws PDF is not there: install libcairo2-dev libpango1.0-dev fonts-noto-cjk, then build and install jixiao anew; --format html serves instead and can be printed by a browser"
    [ "$(cat "$work/page.pdf")" = old ] || fail 'the file was touched'
    cp "$build/tests/modules/other_version.so" "$prefix/$modules/pdf.so"
    chmod go-w "$prefix/$modules/pdf.so"
    version=$("$command" --version | sed 's/^jixiao //')
    draw 4
    says "PREFIX/$modules/pdf.so: the module must be of the same build as this command: it is \"jixiao 0.0.9 pdf 1\", the command \"jixiao $version pdf 1\"; install jixiao anew"
    cp "$build/tests/modules/other_size.so" "$prefix/$modules/pdf.so"
    draw 4
    grep -q 'must be of the same build' "$work/err" || fail 'a module of other sources was not refused'
    cp "$prefix/$plugins/cost.so" "$prefix/$modules/pdf.so"
    draw 4
    says "PREFIX/$modules/pdf.so: is no module of jixiao that draws PDF"
    head -c 5000 "$build/tests/modules/other_size.so" >"$prefix/$modules/pdf.so"
    draw 4
    grep -q 'cut short\|at least' "$work/err" || fail 'a module that was cut short was not refused'
    cp "$build/tests/modules/other_version.so" "$prefix/$modules/pdf.so"
    chmod o+w "$prefix/$modules/pdf.so"
    draw 4
    grep -q 'everybody may change it' "$work/err" || fail 'a module that everybody may change was not refused'
    chmod o-w "$prefix/$modules/pdf.so"
    chmod o+w "$prefix/$modules"
    draw 4
    grep -q 'everybody may replace' "$work/err" || fail 'a folder that everybody may change was not refused'
    [ "$(cat "$work/page.pdf")" = old ] || fail 'the file was touched'
    # a terminal is not the place for it
    command -v script >/dev/null || fail 'script (bsdutils) is not here'
    code=0
    script -qec "'$jixiao' score '$project' --actuals '$actuals' --format pdf --lang en" /dev/null >"$work/err" 2>&1 </dev/null || code=$?
    [ "$code" = 2 ] || fail "on a terminal: expected exit code 2, found $code"
    grep -q 'pdf cannot be shown on a terminal: write it to a file, -o FILE.pdf' "$work/err" || fail 'on a terminal'
}

check_font() {
    need_module
    printf '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><cachedir>%s</cachedir></fontconfig>' "$work/cache" >"$work/fonts.conf"
    export FONTCONFIG_FILE="$work/fonts.conf"
    draw 5
    says 'there is no Chinese font Noto Sans CJK SC: install fonts-noto-cjk; --format html serves instead'
    [ ! -e "$work/page.pdf" ] || fail 'a file was written'
}

# However little memory there is, it ends in a word or in the whole file.
check_memory() {
    need_module
    draw 0
    mv "$work/page.pdf" "$work/whole.pdf"
    short=0
    whole=0
    kilobytes=60000
    while [ "$kilobytes" -le 400000 ] && [ "$whole" -lt 3 ]; do
        code=0
        (ulimit -v "$kilobytes" && exec "$command" score "$project" --actuals "$actuals" --format pdf --lang en -o "$work/page.pdf") \
            >"$work/out" 2>"$work/err" </dev/null || code=$?
        case $code in
        0)
            cmp "$work/page.pdf" "$work/whole.pdf" || fail "$kilobytes kB: another file"
            whole=$((whole + 1))
            ;;
        4 | 5)
            [ ! -e "$work/page.pdf" ] || fail "$kilobytes kB: a file was written"
            [ "$(wc -l <"$work/err")" = 1 ] || fail "$kilobytes kB: expected one line"
            short=$((short + 1))
            ;;
        *) fail "$kilobytes kB: exit code $code" ;;
        esac
        rm -f "$work/page.pdf"
        kilobytes=$((kilobytes + 2500))
    done
    [ "$short" -ge 3 ] && [ "$whole" -ge 3 ] || fail "only $short runs were short of memory, $whole were not"
    echo "$short runs were short of memory, $whole were not"
}

"check_$part"
