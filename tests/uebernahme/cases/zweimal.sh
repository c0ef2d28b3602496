# Nothing that stands there is written over.
check "once" take konzept --ort beckum
check "the same again changes nothing" take konzept --ort beckum
check "and says so" grep -q "nichts hat sich geändert" konzept.told
check "no proposal then" test ! -e konzept/vorschlag
sed -i 's/Die Wege sind kurz/Die Wege sind weit/' konzept/02-03-wege.xml
check "a third time" take konzept --ort beckum
check "what was changed stays" grep -q "Wege sind weit" konzept/02-03-wege.xml
check "the proposal lies beside it" grep -q "Wege sind kurz" konzept/vorschlag/02-03-wege.xml
check "it names the file that differs, and no other" equal "$(grep '^  ' konzept.told)" \
	"  02-03-wege.xml: anders als dort"
check "of several files each gets a folder" status 0 "$R" uebernehmen -q --ort beckum -o alle --inhalt "$TOP/content" \
	"$HERE"/original/bericht.txt "$HERE"/original/bekanntmachung.txt
check "a report" test -e alle/bericht/bericht.xml
check "a session" test -e alle/bekanntmachung/sitzung.xml
