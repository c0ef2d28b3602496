# Taken back is what was issued, wherever and however often: each place is known, also for the very same bytes; a file
# that is gone or broken on the clerk's side is no hindrance; what somebody changed since is told, never passed over.
. "$TOP/tests/faelle/full-paper.sh"
full_paper_out "Verkauf für GEHEIMPREIS"
check "issued at a second place" status 0 rs ausgeben -q -o web $V
check "announced there, too" status 0 rs tagesordnung -q --bekanntgeben -o web $SESSION
check "handed over" status 0 rs abgeben -q --sitzung $SESSION -o paket
check "once more, the same Fassung" status 0 rs abgeben -q --sitzung $SESSION -o paket.zip
check "no second Fassung" absent '"fassung":	2' paket/manifest.json
check "exported" status 0 rs oparl exportieren -q -o oparl
check "a file once in OParl" equal "$(find oparl/file -name '*.json' | wc -l)" 3
PDF=2100-0001-beschlussvorlage.pdf
mkdir ../kept-elsewhere 2>/dev/null
cp -r . ../kept-elsewhere/
back() { find . -mindepth 1 -delete; cp -r ../kept-elsewhere/. .; }
everywhere() {
	check "$1: of the second place, too" equal "$(ls aus sitz web)" aus: "" sitz: tagesordnung-intern.pdf "" web: \
		tagesordnung-intern.pdf
}
check "taken back" status 1 rs zurueckziehen $V --grund x
for place in aus/$PDF web/$PDF sitz/mappe.pdf web/mappe.pdf paket paket.zip oparl; do
	check "told where: $place" equal "$(grep -c "^$place: Fehler" "$WORK"/stderr)" 1
done
check "of the package nothing else" absent '^paket/' "$WORK"/stderr
check "listed" says "web/$PDF" rs register liste --draussen --json
check "removed" status 0 rs zurueckziehen $V --grund x --entfernen
check "a package in one line" grep -q '^paket: Paket gelöscht ([0-9]* Dateien)$' "$WORK"/stderr
everywhere removed

# its source, the Anlage, the whole folder is gone, or cannot be read any more
back
rm $V
check "source gone" status 0 rs zurueckziehen -q $V --grund x --entfernen
everywhere "source gone"
back
rm -r $S
check "folder gone" status 0 rs zurueckziehen -q $V --grund x --entfernen
everywhere "folder gone"
back
echo '<vorlage' >$V
check "source broken" status 0 rs zurueckziehen -q $V --grund x --entfernen
everywhere "source broken"
back
rm $S/plan.pdf
check "Anlage gone" status 0 rs zurueckziehen -q $S/plan.pdf --grund x --entfernen
check "Anlage gone: what held it is removed" test ! -e aus/$PDF -a ! -e web/$PDF -a ! -e web/mappe.pdf
check "one that never was" status 3 rs zurueckziehen -q $S/nie.xml --grund x
check "told" grep -q "nie.xml: Fehler: Die Datei kann nicht gelesen werden" "$WORK"/stderr
check "nor such an Anlage" status 1 rs zurueckziehen -q $S/nie.pdf --grund x

# signed, annotated, filled in: it is not ours to remove, and it is told
back
echo "% unterschrieben" >>web/$PDF
echo "# geprüft" >>paket/papiere.csv
for f in oparl/paper/*.json oparl/file/*/$PDF; do echo >>"$f"; done
check "changed" status 0 rs zurueckziehen $V --grund x --entfernen
for place in web/$PDF paket/papiere.csv 'oparl/paper/.*' "oparl/file/.*/$PDF"; do
	check "changed: told once: $place" equal \
		"$(grep -c "^$place: Warnung: .*hat seither anderen Inhalt" "$WORK"/stderr)" 1
done
check "changed: it stays" test -e web/$PDF -a -e paket/papiere.csv
check "changed: the rest is gone" test ! -e aus/$PDF -a ! -e sitz/mappe.pdf
rm web/$PDF paket/papiere.csv oparl/paper/*.json oparl/file/*/$PDF
check "and then all is well" status 0 rs zurueckziehen $V --grund x --entfernen
check "nothing is told" absent LIEGTNOCH "$WORK"/stderr
back
echo >>oparl/pruefsummen.sha256
check "an export whose list is another one" status 0 rs zurueckziehen $V --grund x --entfernen
check "told" grep -q '^oparl: Warnung: Hierher wurde OParl ausgegeben, als es öffentlich war' "$WORK"/stderr
back
if [ "$(id -u)" = 0 ] && command -v chattr >/dev/null && chattr +i web 2>/dev/null; then
	check "a folder that is locked" status 1 rs zurueckziehen -q $V --grund x --entfernen
	chattr -i web
	check "told why" grep -q "^web/$PDF: Fehler: Die zurückgezogene Datei lässt sich nicht löschen: die Rechte" \
		"$WORK"/stderr
elif [ "$(id -u)" != 0 ]; then
	chmod a-w web
	check "a folder that is locked" status 1 rs zurueckziehen -q $V --grund x --entfernen
	chmod u+w web
	check "told why" grep -q "^web/$PDF: Fehler: Die zurückgezogene Datei lässt sich nicht löschen: die Rechte" \
		"$WORK"/stderr
else
	skip "a folder that is locked: chattr does not work here"
fi
rm -r ../kept-elsewhere
