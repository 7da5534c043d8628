#!/bin/sh
# What LibreOffice makes of a CSV file as a workbook is read as that file is: actuals give the same scores, in either shape and
# through batch, and a table the same project.
# usage: check_office.sh JIXIAO MAKE_ACTUALS ROOT     exits 77 where there is no soffice
set -eu
jixiao=$1
make=$2
root=$3
. "$(dirname "$0")/office.sh"
cd "$work"

fail() {
    echo "$1" >&2
    [ ! -f err ] || head -n 20 err >&2
    exit 1
}

# Every text is UTF-8, parted by commas; what looks like a number, a date or a percentage becomes one.
convert() { # FILE.csv
    run_office profile 110 --convert-to 'xlsx:Calc MS Excel 2007 XML' \
        --infilter=CSV:44,34,UTF8,1,,2052,false,true "$1" || fail "soffice: $(cat said)"
    [ -s "${1%.csv}.xlsx" ] || fail "soffice made nothing of $1: $(cat said)"
}

batch() { # PROJECT ACTUALS OUT
    code=0
    "$jixiao" batch "$1" --actuals "$2" -o "$3" --lang en -q 2>err </dev/null || code=$?
    [ "$code" -le 1 ] || [ "$code" = 3 ] || fail "exit code $code: jixiao batch $1 --actuals $2"
}

scored=0
same() { # PROJECT ACTUALS.csv
    name=$(basename "$2" .csv)
    [ "$2" -ef "$name.csv" ] || cp "$2" "$name.csv"
    convert "$name.csv"
    batch "$1" "$name.csv" text
    batch "$1" "$name.xlsx" book
    cmp text book || fail "$2: other scores from the workbook: $(diff text book | head -n 6)"
    scored=$((scored + $(wc -l <book) - 1))
}

for project in industry-development-2024 industry-chain-2024 clean-hengyang-2024; do
    same "$root/conf/$project.ini" "$root/conf/actuals/$project.csv"
done
same "$root/conf/industry-development-2024.ini" "$root/conf/actuals/cities-wide.csv"
same "$root/conf" "$root/conf/actuals/counties-long.csv"
"$make" 2000 >many.csv 2>err || fail "make_actuals"
same "$root/conf/industry-development-2024.ini" many.csv
[ "$scored" -gt 2000 ] || fail "expected more than 2000 projects to be compared, found $scored"

for table in "$root"/conf/tables/*.csv; do
    name=$(basename "$table" .csv)
    cp "$table" "$name.csv"
    convert "$name.csv"
    for kind in csv xlsx; do
        rm -f "$kind.ini"
        "$jixiao" import "$name.$kind" --id "$name" -o "$kind.ini" >out 2>err </dev/null || [ "$?" = 1 ] ||
            fail "jixiao import $name.$kind"
        sed "s/$name\.$kind/$name/g" "$kind.ini" >"$kind.bare"
    done
    cmp csv.bare xlsx.bare || fail "$table: another project from the workbook: $(diff csv.bare xlsx.bare | head -n 6)"
done
echo "$scored projects scored alike"
