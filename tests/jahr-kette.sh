#!/usr/bin/env bash
# The year in one go, on a copy of the sources: one amount is changed in the edition of 2019; edition, HTML, Synopse,
# Vorlage for the council, slides and register follow, and nothing else is set again.
# usage: tests/jahr-kette.sh [out]      All files: out/jahr
set -e -o pipefail
cd "$(dirname "$0")/.."
O=${1:-out} D=${1:-out}/jahr
R=$O/bin/ratssatz C=$D/content/beckum
old=$C/integrationskonzept-2018 new=$C/integrationskonzept-2019
slides=$C/praesentation-2024-02-22 paper=$C/sitzungen/2019-01/vorlage-fortschreibung.xml
rm -rf "$D"
mkdir -p "$C/sitzungen/2019-01"
cp content/beckum/verzeichnis.xml "$C"
cp -r content/beckum/integrationskonzept-201[89] content/beckum/bericht-integrationsmanagement-2023 \
	content/beckum/praesentation-2024-02-22 "$C"
# the paper that brings the new edition before the council, and slides that quote it
sed 's/2018/2019/g; s/1\. Fortschreibung/2. Fortschreibung/g' \
	content/beckum/sitzungen/2018-01/vorlage-integrationskonzept.xml >"$paper"
sed -i 's/integrationskonzept-2018#/integrationskonzept-2019#/g; s/#quote-2017/#quote/
	s/von 2018 an/von 2019 an/' "$slides/praesentation.xml"

# what the sources say on purpose (Abweichung) and what needs a register (Hinweis) is no news here
news() { "$@" 2>&1 | grep -vE ': (Abweichung|Hinweis): |^0 Fehler' || [ "${PIPESTATUS[0]}" -eq 0 ]; }
follow() {
	news "$R" setzen --nur-geaenderte -o "$D" "$old" "$new" "$paper" "$slides"
	news "$R" setzen --nur-geaenderte --format html -o "$D" "$old" "$new"
	news "$R" vergleiche --nur-geaenderte -o "$D/synopse-2019.pdf" "$old" "$new"
	news "$R" aufnehmen -q --register "$D/register.db" "$C/verzeichnis.xml" "$old" "$new" "$paper"
	"$R" register --register "$D/register.db" liste massnahmen --csv |
		awk -F '";"' '$2 == "integrationskonzept-2019" && $3 == "m-kompetenz" {
			print "im Register: m-kompetenz 2019, " $7 " Euro im Jahr"
		}'
}
echo "== alles neu"
follow
echo "== ohne Änderung"
follow
echo "== ein Betrag: 7.500 statt 6.000 Euro im Jahr für Fortbildungen (m-kompetenz)"
sed -i '/>Fortbildungen/s/<posten betrag="6000" turnus="jaehrlich">/<posten betrag="7500" turnus="jaehrlich">/' \
	"$new/02-09-interkulturelle-kompetenz.xml"
follow
echo "== ohne Änderung"
follow
