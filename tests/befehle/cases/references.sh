# A reference to the only Anlage has no number, as the text rule wants it; one of several has.
mkdir -p anlage && cp "$TOP/tests/pruefung/anlage/ohne-tags.pdf" anlage/
sed -e 's|<absatz>Die Anlagen.*|<absatz>Siehe <verweis ziel="a1"/>.</absatz>|' \
	-e '/abgebrochen\|kein-pdf\|repariert\|kennwort\|verboten/d' \
	-e 's|<anlage datei="anlage/ohne|<anlage id="a1" datei="anlage/ohne|' \
	"$TOP/tests/pruefung/anlagenpdf.xml" >one.xml
sed 's|  </anlagen>|<anlage datei="anlage/ohne-tags.pdf" titel="Zweite"/>\n&|' one.xml >two.xml
read_out() {
	"$R" setzen -q --inhalt "$TOP/tests/inhalt" --gestaltung "$TOP/templates" --dump=vorlesen "$1" 2>/dev/null
}
check "the only Anlage" grep -q '^Siehe \[Verweis\] Anlage\.$' <(read_out one.xml)
check "one of two" grep -q '^Siehe \[Verweis\] Anlage.\{1,2\}1\.$' <(read_out two.xml)
