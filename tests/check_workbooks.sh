#!/bin/sh
# Workbooks as LibreOffice opens them: it reads each without complaint, prints it, and what its formulas come to when it works them
# out anew is what was written beside them.
# usage: check_workbooks.sh JIXIAO ROOT
set -eu
jixiao=$1
root=$2
. "$(dirname "$0")/office.sh"
cd "$work"
failed=0

complain() {
    printf '%s\n' "$*"
    failed=1
}

# A profile that never works formulas out anew (1), and one that always does (0).
for mode in 1 0; do
    mkdir -p "profile-$mode/user"
    cat >"profile-$mode/user/registrymodifications.xcu" <<END
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>$mode</value></prop></item>
</oor:items>
END
done

# convert MODE FORMAT FOLDER FILE…
convert() {
    mode=$1
    format=$2
    folder=$3
    shift 3
    run_office "profile-$mode" 110 --convert-to "$format" --outdir "$folder" "$@" || complain "$folder: soffice gave up: $(cat said)"
    ! grep -i error said || complain "$folder: soffice complains"
}

names='industry-development-2024 industry-chain-2024 clean-hengyang-2024'
for name in $names; do
    "$jixiao" score "$root/conf/$name.ini" --actuals "$root/conf/actuals/$name.csv" --format xlsx -o "$name.xlsx"
    "$jixiao" form "$root/conf/$name.ini" -o "form-$name.xlsx"
done
"$jixiao" score "$root/conf/examples/rescaling/project.ini" --actuals "$root/conf/examples/rescaling/actuals.csv" --format xlsx -o rescaling.xlsx
"$jixiao" form "$root/conf/examples/veto" "$root/conf/examples/survey-sample" -o form-scripts.xlsx
"$jixiao" batch "$root/conf/industry-development-2024.ini" --actuals "$root/conf/actuals/cities-wide.csv" --format xlsx -o batch.xlsx 2>/dev/null

# what formulas might take for patterns, comparisons or numbers: grades, names, ids
cat >wild.ini <<'END'
[project]
id   = wild
name = * ? ~ "引号"
year = 2024

[grades]
A*  = 90
a*  = 80
~   = 75
<60 = 70
?   = 55
01  = 45
1   = 35
A"B = 20
差  = 0

[indicator 1]
category    = output
subcategory = quantity
name        = *
unit        = 个
target      = 10
comparator  = >=
weight      = 30
method      = step
deduct      = 1

[indicator 01]
category    = output
subcategory = quantity
name        = <10
unit        = 个
target      = 10
comparator  = >=
weight      = 60
method      = step
deduct      = 5

[indicator 1e1]
category    = output
subcategory = quantity
name        = ~*
unit        = 个
target      = 10
comparator  = >=
weight      = 10
method      = step
deduct      = 1
END
cat >wild.csv <<'END'
project,1,01,1e1
a,10,10,10
*,9,10,5
"",8,9,10
<5,10,8,9
?,5,7,9
=1+1,10,6,10
~,10,5,9
01,10,4,10
1,1,4,10
1.0,0,0,9
A*,0,3,9
END
"$jixiao" batch wild.ini --actuals wild.csv --format xlsx -o wild.xlsx -q 2>said || [ "$?" = 3 ] || complain "wild.xlsx: $(cat said)"

every_sheet='csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'
convert 1 pdf pdf ./*.xlsx
convert 1 "$every_sheet" written ./*.xlsx
convert 0 "$every_sheet" anew ./*.xlsx
for file in *.xlsx; do
    [ -s "pdf/${file%.xlsx}.pdf" ] || complain "$file: it was not printed"
done
diff -r written anew || complain 'a formula comes to something else than what was written beside it'
# 9.70 and the like came through, and no formula is an error
grep -q '^总分,.*,100,' written/clean-hengyang-2024-绩效自评表.csv || complain 'no total in the form'
! grep -rE '#(NAME|VALUE|REF|DIV/0|N/A)|Err:[0-9]' anew || complain 'a formula is an error'
grep -q '^A\*,2,' anew/wild-汇总.csv || complain 'a grade is counted as a pattern'
[ "$(find anew -name '*.csv' | wc -l)" -ge 19 ] || complain 'there are sheets that were not read'
exit "$failed"
