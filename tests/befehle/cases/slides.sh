# A handout has every slide and its notes, the slides have none; what does not fit is written nowhere; sources are
# followed.
check "slides" status 0 "$R" setzen "${with[@]}" -o slides.pdf "$slides"
check "handout" status 0 "$R" setzen "${with[@]}" --notizen -o handout.pdf "$slides"
check "slides are 16:9" test "$(pdfinfo -l 99 slides.pdf | grep -c '960 x 540 pts')" -eq 17
check "the handout is A4" test "$(pdfinfo -l 99 handout.pdf | grep -c 'size: *595.* (A4)')" -eq 17
pdftotext slides.pdf slides.txt
pdftotext handout.pdf handout.txt
check "no note on slides" absent 'Auf den Plan zeigen' slides.txt
check "it is in the handout" grep -q 'Auf den Plan zeigen' handout.txt
check "handout: nothing is heard twice" \
	test "$(pdfinfo -struct-text handout.pdf | grep -c '"1 Wir haben gezählt"')" -eq 1
"$R" setzen "${with[@]}" --dump=tags "$slides" >tags 2>stderr
check "a slide is a Sect with its heading" test "$(grep -A1 '^  Sect' tags | grep -c '^    H1')" -eq 15
check "what continues says the heading again" grep -q 'Wir haben gefragt (Fortsetzung)' slides.txt
check "HTML" status 0 "$R" setzen "${with[@]}" --format html -o slides.html "$slides"
pdftotext -bbox-layout slides.pdf boxes
check "smallest type: 12 points; 18 but for tables and foot" python3 -c "
import re
heights = [float(m[2]) - float(m[1])
           for m in re.finditer(r'<line [^>]*yMin=.([0-9.]+). [^>]*yMax=.([0-9.]+).', open('boxes').read())]
assert heights and min(heights) > 12, heights"
check "--notizen only for presentations" status 1 "$R" setzen "${with[@]}" --notizen -o none.pdf "$x"
check "--notizen only for presentations: told" grep -q '\[NOTIZEN\]$' stderr
too_much=$TOP/tests/pruefung/folie.xml
check "what does not fit is not written" status 1 "$R" setzen "${with[@]}" -o none.pdf "$too_much"
check "nor its handout" status 1 "$R" setzen "${with[@]}" --notizen -o none.pdf "$too_much"
check "nothing anywhere" test ! -e none.pdf
sed -i 's/wert="1234"/wert="4321"/; s/Er wird gebaut/Er wird umgebaut/' inhalt/beckum/spielplaetze/konzept.xml
sed -i 's/Juli;90/Juli;95/' inhalt/beckum/spielplaetze/besuche.csv
check "the source changes" status 0 "$R" setzen "${with[@]}" -o new.pdf "$slides"
pdftotext new.pdf new.txt
check "the slides do: a Kennzahl" grep -q '4.*321 Plätze' new.txt
check "the slides do: a chart" grep -qx 95 new.txt
check "the slides do: a text" grep -q umgebaut new.txt
sed 's/ort="beckum"/ort="borken"/; s/stelle="soziales"/stelle="stadt"/' "$slides" >borken.xml
cp -r "$TOP/tests/golden/bilder" .
check "the same slides in the look of Borken" status 0 "$R" setzen "${with[@]}" -o borken.pdf borken.xml
# a soft hyphen is for the lines of a page, not for the title of a window
check "slides of the town" \
	status 0 "$R" setzen -q --inhalt "$TOP/content" -o title.pdf "$TOP/content/beckum/praesentation-2024-02-22"
check "no soft hyphen in the title" bash -c "pdfinfo title.pdf | grep -q '^Title: *Beckumer Integrationsmanagement'"

# A survey has its lines to write on in HTML, too, and nobody hears them.
"$R" setzen -q --format html -o folien.html "$TOP/content/beckum/praesentation-2024-02-22"
check "lines to write on in HTML" test "$(grep -c '<div data-schreiblinie aria-hidden="true">' folien.html)" -eq 8
# Cards reach down to the foot, an axis stands lower than the first line.
"$R" setzen -q --dump=pages "$TOP/content/beckum/praesentation-2024-02-22" >pages 2>&1
check "a slide of cards is full" grep -q '^Seite 10 .*gefüllt 100 %' pages
