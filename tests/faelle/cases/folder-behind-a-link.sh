# A folder that a link leads to is itself replaced, so that what was taken back is gone where a web server hands it out,
# and the link stays. A link that leads nowhere and a mounted disk are refused; of two packages both are there or none.
. "$TOP/tests/faelle/full-paper.sh"
item='<top id="h"><titel>Haus</titel><neutral>N</neutral></top>'
sed -i "s|</tagesordnung>|<teil art=\"nichtoeffentlich\">$item</teil>&|" $SESSION
full_paper_out "Verkauf für GEHEIMPREIS"
mkdir -p srv/oparl srv/paket
ln -s srv/oparl web
ln -s srv/paket ablage
check "exported through a link" status 0 rs oparl exportieren -q -o web
check "handed over through a link" status 0 rs abgeben -q --sitzung $SESSION -o ablage/
check "it is there" grep -rq GEHEIMPREIS srv/oparl
check "and the package" test -s srv/paket/manifest.json
check "taken back" status 1 rs zurueckziehen $V --grund x
check "told: the export" grep -q "^srv/oparl: Fehler: Die OParl-Ausgabe enthält es noch" "$WORK"/stderr
check "exported again" status 0 rs oparl exportieren -q -o web
check "no word of it behind the link" nowhere GEHEIMPREIS srv/oparl
check "removed" status 0 rs zurueckziehen -q $V --grund x --entfernen
check "no file of the package" test -z "$(find srv/paket -name '*.pdf')"
check "the links stay" test -L web -a -L ablage
echo mein >srv/oparl/notiz.txt
check "work of others behind the link is seen" status 1 rs oparl exportieren -q -o web
check "it stays" grep -q mein srv/oparl/notiz.txt
check "nothing half lies about" test -z "$(find . -name '.*.neu-*')"

ln -s nirgends/hin leer
check "released" status 0 rs freigeben -q --wird-oeffentlich $V
check "issued" status 0 rs ausgeben -q -o aus $V
check "announced" status 0 rs tagesordnung -q --bekanntgeben -o sitz $SESSION
for command in "oparl exportieren" "abgeben --sitzung $SESSION"; do
	# shellcheck disable=SC2086
	check "a link that leads nowhere: $command" status 1 rs $command -q -o leer
	check "it stays" test -L leer
done
check "no package without the other" test ! -e leer-nichtoeffentlich
if [ "$(id -u)" = 0 ] && mkdir disk && mount -t tmpfs tmpfs disk 2>/dev/null; then
	check "a mounted disk" status 3 rs oparl exportieren -q -o disk
	check "told" grep -q "^disk: Fehler: .*eingehängter Datenträger; bitte einen Ordner darin nennen" "$WORK"/stderr
	rm -f disk/*
	touch disk/pruefsummen.sha512
	check "a package there, the other beside" status 3 rs abgeben -q --sitzung $SESSION -o disk
	check "no package without the other" test ! -e disk-nichtoeffentlich
	umount disk
else
	skip "a mounted disk: it cannot be mounted here"
fi
