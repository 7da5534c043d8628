#!/bin/sh
# A form is written, filled in by LibreOffice as a person would type, saved, read back and scored: every point is that of the CSV
# that it was filled in from. The cells are found as readers find them, by the hidden names and ids.
# usage: check_round_trip.sh JIXIAO ROOT     exits 77 where there is no soffice
set -eu
jixiao=$1
root=$2
. "$(dirname "$0")/office.sh"
cd "$work"

fail() {
    echo "$1" >&2
    exit 1
}

office() {
    run_office profile 60 "$@" || fail "soffice gave up: $(cat said)"
}

# The first run makes the profile, whose own module the macro takes the place of.
make_macro() {
    printf 'a\n' >first.csv
    office --convert-to xlsx first.csv
    cat >profile/user/basic/Standard/Module1.xba <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Function OpenHidden(path As String, filter As String, options As String) As Object
  Dim how(2) As New com.sun.star.beans.PropertyValue
  how(0).Name = &quot;Hidden&quot;
  how(0).Value = True
  how(1).Name = &quot;FilterName&quot;
  how(1).Value = filter
  how(2).Name = &quot;FilterOptions&quot;
  how(2).Value = options
  OpenHidden = StarDesktop.loadComponentFromURL(ConvertToURL(path), &quot;_blank&quot;, 0, how())
End Function

Sub PutCell(form As Object, indicator As String, column As String, text As String)
  For x = 2 To 40
    If form.getCellByPosition(x, 0).String = column Then
      For y = 1 To 200
        If form.getCellByPosition(1, y).String = indicator And form.getCellByPosition(0, y).String &lt;&gt; &quot;&quot; Then
          form.getCellByPosition(x, y).FormulaLocal = text
        End If
      Next
    End If
  Next
End Sub

Sub Fill(formPath As String, dataPath As String, target As String)
  Dim how(0) As New com.sun.star.beans.PropertyValue
  book = OpenHidden(formPath, &quot;Calc MS Excel 2007 XML&quot;, &quot;&quot;)
  rows = OpenHidden(dataPath, &quot;Text - txt - csv (StarCalc)&quot;, &quot;44,34,76,1,1/2/2/2/3/2/4/2/5/2/6/2/7/2&quot;)
  data = rows.Sheets.getByIndex(0)
  y = 1
  Do While data.getCellByPosition(0, y).String &lt;&gt; &quot;&quot;
    x = 2
    Do While data.getCellByPosition(x, 0).String &lt;&gt; &quot;&quot;
      text = data.getCellByPosition(x, y).String
      If text &lt;&gt; &quot;&quot; Then
        PutCell(book.Sheets.getByIndex(0), data.getCellByPosition(1, y).String, data.getCellByPosition(x, 0).String, text)
      End If
      x = x + 1
    Loop
    y = y + 1
  Loop
  how(0).Name = &quot;FilterName&quot;
  how(0).Value = &quot;Calc MS Excel 2007 XML&quot;
  book.storeToURL(ConvertToURL(target), how())
  rows.close(True)
  book.close(True)
End Sub
</script:module>
END
}

# score FORMAT PROJECT ACTUALS OUT
score() {
    code=0
    "$jixiao" score "$2" --actuals "$3" --format "$1" -o "$4" 2>err || code=$?
    [ "$code" -le 1 ] || fail "$3: exit code $code: $(cat err)"
}

# same PROJECT ACTUALS: of one project
same() {
    rm -f form.xlsx filled.xlsx
    "$jixiao" form "$1" -o form.xlsx
    cp "$2" data.csv
    office "macro:///Standard.Module1.Fill(\"$work/form.xlsx\",\"$work/data.csv\",\"$work/filled.xlsx\")"
    [ -s filled.xlsx ] || fail "$1: LibreOffice saved nothing: $(cat said)"
    code=0
    "$jixiao" batch "$1" --actuals data.csv -o text -q 2>err || code=$?
    [ "$code" -le 1 ] || fail "$2: exit code $code: $(cat err)"
    "$jixiao" batch "$1" --actuals filled.xlsx -o book -q 2>err || [ "$?" = "$code" ] || fail "$1: $(cat err)"
    cmp text book || fail "$1: other points from the form: $(diff text book)"
    grep -q scored book || fail "$1: nothing was scored"
    total=$(tail -n 1 text | sed 's/.*,\([0-9.]*\),[^,]*,[^,]*,$/\1/')
    for format in text json csv md html xlsx pdf; do
        score "$format" "$1" filled.xlsx "out.$format"
        [ -s "out.$format" ] || fail "$1: no $format"
    done
    grep -q "\"total\":$total" out.json || fail "$1: another total in JSON"
    for format in text csv md html; do
        grep -q -F -e "$total" "out.$format" || fail "$1: another total in $format"
    done
    pdftotext out.pdf out.words
    grep -q -F -e "$total" out.words || fail "$1: another total in pdf"
}

make_macro
for project in industry-development-2024 industry-chain-2024 clean-hengyang-2024; do
    same "$root/conf/$project.ini" "$root/conf/actuals/$project.csv"
done
# what scripts and measures ask for besides
head -n 5 "$root/conf/examples/veto/actuals.csv" | sed 's|/北湖县||' >veto.csv
same "$root/conf/examples/veto/project.ini" veto.csv
