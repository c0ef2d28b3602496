#!/usr/bin/env bash
# Suite: The next edition: what fortschreiben makes, what it never touches, how far it is, and that it stays in the house until all is decided.
cd "$(dirname "$0")/.." || exit 1
. tests/gemeinsam.sh
ALT=content/beckum/integrationskonzept-2018
mit=(--vorlagen templates --inhalt content)
neu=$WERK/probe-2020

pruefe "die nächste Ausgabe" "$R" fortschreiben -q "${mit[@]}" --von $ALT --nach "$neu"
pruefe "sie ist gültig" "$R" pruefen -q "${mit[@]}" "$neu"
ids() { grep -ohE '\bid="[^"]*"' "$1"/*.xml | sort; }
pruefe "alle ids bleiben" cmp <(ids $ALT) <(ids "$neu")
kommentare() { grep -oh '<!--.*' "$1"/*.xml | sort; }
pruefe "Kommentare bleiben" cmp <(kommentare $ALT) <(kommentare "$neu")
pruefe "Ausgabe und Vorgänger" grep -q 'edition="2020" vorgaenger="2018"' "$neu/konzept.xml"
pruefe "2. Fortschreibung" grep -q '<untertitel>2\..*Fortschreibung' "$neu/konzept.xml"
pruefe "Frist zählt von 2018" grep -q 'jahre="2" seit="2018"' "$neu/02-02-sprache.xml"
nichts() { ! grep -rnE "$1" "$neu"; }
pruefe "kein laut-… bleibt" nichts 'laut-|<laut'
frisch() { ! grep -E '<(kennzahl|diagramm) ' "$neu"/*.xml | grep -v 'veraltet="ja"'; }
pruefe "jede Kennzahl, jedes Diagramm ist veraltet" frisch
pruefe "jede Maßnahme ist offen" test "$(grep -ho '<massnahme [^>]*' "$neu"/*.xml | grep -c 'status="offen"')" = "$(grep -ho '<massnahme ' $ALT/*.xml | wc -l)"
pruefe "Daten liegen bei" cmp $ALT/daten/zuweisungen.csv "$neu/daten/zuweisungen.csv"

summe() { (cd "$1" && find . -type f ! -name '.*' | sort | xargs sha256sum); }
summe "$neu" >"$WERK/vorher"
pruefe "ein zweiter Aufruf" "$R" fortschreiben -q "${mit[@]}" --von $ALT --nach "$neu"
pruefe "ändert nichts" cmp "$WERK/vorher" <(summe "$neu")

# What was added to the predecessor since comes along; every line of the author stays.
I=$WERK/inhalt
mkdir -p "$I/beckum"
cp content/beckum/verzeichnis.xml "$I/beckum/"
cp -r $ALT "$I/beckum/konzept-2018"
dort=(--vorlagen templates --inhalt "$I")
pruefe "eine Ausgabe zum Weiterschreiben" "$R" fortschreiben -q "${dort[@]}" --von "$I/beckum/konzept-2018" --nach "$I/beckum/konzept-2020"
sed -i 's|<ziel>Die Medien am Ort|<!-- von uns --><ziel>Alle Medien am Ort|; s/status="offen"/status="laeuft"/' "$I/beckum/konzept-2020/02-08-oeffentlichkeitsarbeit.xml"
rm "$I/beckum/konzept-2020/05-fazit.xml"
sed -i '/05-fazit/d' "$I/beckum/konzept-2020/konzept.xml"
cp -r "$I/beckum/konzept-2020" "$WERK/autor"
a=$I/beckum/konzept-2018
sed -i 's|</massnahme>|</massnahme>\n  <massnahme id="m-zeitung"><ziel>Eine Zeitung erscheint für <wert ref="hefte"/> Menschen.</ziel><umsetzung><schritt>Sie wird gedruckt.</schritt></umsetzung><beteiligte><beteiligt stelle="fd-presse-kultur"/></beteiligte><finanzen><posten betrag="900" turnus="jaehrlich">Druck</posten></finanzen><zeitbedarf klasse="kurzfristig" jahre="1"/></massnahme>|' "$a/02-08-oeffentlichkeitsarbeit.xml"
sed -i 's|</angaben>|<kennzahl id="hefte" name="Hefte" wert="500" einheit="Hefte" stichtag="2018"/>\n  </angaben>|; s|<xi:include href="02-12-alter.xml"/>|&\n    <xi:include href="02-13-sport.xml"/>|' "$a/konzept.xml"
sed -e 's/id="rueckfuehrung"/id="sport"/; s/m-rueckfuehrung/m-sport/; s/Einführung eines Rückführungsmanagements/Sport/' "$a/02-10-rueckfuehrung.xml" >"$a/02-13-sport.xml"
pruefe "ergänzen" "$R" fortschreiben -q "${dort[@]}" --von "$a" --nach "$I/beckum/konzept-2020"
n=$I/beckum/konzept-2020
pruefe "die neue Maßnahme ist da" grep -q '<massnahme id="m-zeitung" status="offen">' "$n/02-08-oeffentlichkeitsarbeit.xml"
pruefe "mit ihrer Kennzahl" grep -q 'id="hefte".* veraltet="ja"' "$n/konzept.xml"
pruefe "das neue Handlungsfeld" grep -q '02-13-sport.xml' "$n/konzept.xml"
pruefe "auch als Datei" grep -q 'id="m-sport".*status="offen"' "$n/02-13-sport.xml"
pruefe "das gestrichene Kapitel" test -f "$n/05-fazit.xml"
erhalten() { ! diff -r "$WERK/autor" "$n" | grep '^<'; }
pruefe "keine Zeile der Autorin ging verloren" erhalten
pruefe "das Ergänzte ist gültig" "$R" pruefen -q "${dort[@]}" "$n"
summe "$n" >"$WERK/vorher"
pruefe "und noch einmal" "$R" fortschreiben -q "${dort[@]}" --von "$a" --nach "$n"
pruefe "ist alles da" cmp "$WERK/vorher" <(summe "$n")
sed -i 's|</handlungsfeld>|<massnahme id="m-verein"><ziel>Vereine helfen.</ziel><umsetzung><schritt>Sie helfen.</schritt></umsetzung><beteiligte><beteiligt stelle="caritas"/></beteiligte><finanzen><posten zustand="ohne">Kosten</posten></finanzen><zeitbedarf klasse="laufend"/></massnahme></handlungsfeld>|' "$a/02-12-alter.xml"
rm "$n/02-12-alter.xml"
sed -i '/02-12-alter/d; s/id="ausgangslage"/id="ausgangslage" kurz="Lage"/' "$n/konzept.xml"
sed -i 's/id="sport"/id="sport" aus="alter"/; s/id="m-sport"/id="m-sport" aus="m-alter"/' "$n/02-13-sport.xml"
"$R" fortschreiben -q "${dort[@]}" --von "$a" --nach "$n" >"$WERK/aus" 2>&1
pruefe "ohne Platz wird es gesagt" grep -q '\[EINFUEGEN\]' "$WERK/aus"
pruefe "aufgegangene Teile kommen nicht wieder" test ! -e "$n/02-12-alter.xml"

# Killed at any moment, the next call makes it whole.
for ms in 5 10 15 20 25 30 40 50; do
	s=$WERK/sturm-2020
	rm -rf "$s"
	(timeout -s KILL "0.0$(printf '%02d' "$ms")" "$R" fortschreiben -q "${mit[@]}" --von $ALT --nach "$s"; true) >/dev/null 2>&1
	pruefe "nach dem Abbruch weiter ($ms ms)" "$R" fortschreiben -q "${mit[@]}" --von $ALT --nach "$s"
	pruefe "und vollständig ($ms ms)" diff -r -x '.*' "$neu" "$s"
done

# How far it is.
zahl() { "$R" stand --format json "${mit[@]}" "$neu" 2>/dev/null | python3 -c "import json,sys; print(json.load(sys.stdin)['$1'])"; }
alle=$(zahl punkte)
pruefe "nichts ist entschieden" test "$(zahl entschieden)" = 0
sed -i '0,/status="offen"/s//status="unveraendert"/' "$neu/02-01-wohnraum.xml"
pruefe "eine Maßnahme" test "$(zahl entschieden)" = 1
sed -i 's/wert="37509"/wert="38111"/' "$neu/konzept.xml"
pruefe "ein neuer Wert" test "$(zahl entschieden)" = 2
sed -i 's/\(id="nationen".*\)veraltet="ja"/\1veraltet="ja" bleibt="ja"/' "$neu/konzept.xml"
pruefe "ein Wert, der bleibt" test "$(zahl entschieden)" = 3
echo '2018;31' >>"$neu/daten/zuweisungen.csv"
pruefe "neue Daten eines Diagramms" test "$(zahl entschieden)" = 4
"$R" stand "${mit[@]}" "$neu" >"$WERK/stand" 2>&1
pruefe "der Stand in Worten" grep -q "4 von $alle Punkten entschieden" "$WERK/stand"
pruefe "nach Stellen" grep -q '^Fachdienst Soziale Dienste: [0-9]* offen' "$WERK/stand"
"$R" stand --stelle vhs "${mit[@]}" "$neu" >"$WERK/stand" 2>&1
pruefe "eine Stelle sieht, woran sie mitwirkt" grep -q '^  Maßnahme 2.2 ' "$WERK/stand"
pruefe "Arbeitsblatt" "$R" stand -q --format pdf -o "$WERK/arbeitsblatt.pdf" "${mit[@]}" "$neu"
pruefe "Arbeitsblatt einer Stelle" "$R" stand -q --format pdf --stelle fd-personal -o "$WERK/arbeitsblatt-personal.pdf" "${mit[@]}" "$neu"

# A draft until all is decided.
setzt() { "$R" setzen -q --dump vorlesen "${mit[@]}" "$1" 2>/dev/null; }
pruefe "sie ist ein Entwurf" grep -qi entwurf <(setzt "$neu")
entschieden() { ! setzt content/beckum/integrationskonzept-2019 | grep -qi entwurf; }
pruefe "die entschiedene ist keiner" entschieden
cp -r "$neu" "$I/beckum/probe-2020"
r=(-q "${dort[@]}" --register "$WERK/register.db")
pruefe "aufnehmen darf man sie" "$R" aufnehmen "${r[@]}" "$I/beckum/probe-2020"
weist_ab() { "$R" "$@" >"$WERK/aus" 2>&1; [ $? = 1 ] && grep -q '\[ENTWURF\]' "$WERK/aus"; }
pruefe "freigeben nicht" weist_ab freigeben "${r[@]}" "$I/beckum/probe-2020"
cp -r content/beckum/integrationskonzept-2019 "$I/beckum/konzept-2019"
pruefe "die entschiedene aufnehmen" "$R" aufnehmen "${r[@]}" "$I/beckum/konzept-2019"
pruefe "und freigeben" "$R" freigeben "${r[@]}" "$I/beckum/konzept-2019"
sed -i 's/status="laeuft"/status="offen"/' "$I/beckum/konzept-2019/02-02-sprache.xml"
pruefe "ausgeben nicht, wenn wieder etwas offen ist" weist_ab ausgeben -o "$WERK" "${r[@]}" "$I/beckum/konzept-2019"
pruefe "nichts ist ausgegeben" test ! -e "$WERK/beckum-konzept-2019.pdf"

# Calls that cannot work.
falsch() { local rc=$1 code=$2; shift 2; "$R" "$@" "${mit[@]}" >"$WERK/aus" 2>&1; [ $? = "$rc" ] && grep -q "\[$code\]" "$WERK/aus"; }
pruefe "ein früheres Jahr" falsch 1 EDITIONALT fortschreiben --von $ALT --nach "$WERK/konzept-2010"
pruefe "schreibt nichts" test ! -e "$WERK/konzept-2010"
pruefe "kein Jahr" falsch 2 AUFRUF fortschreiben --von $ALT --nach "$WERK/konzept"
pruefe "mit --edition" "$R" fortschreiben -q "${mit[@]}" --von $ALT --nach "$WERK/konzept" --edition 2021
pruefe "ist es 2021" grep -q 'edition="2021"' "$WERK/konzept/konzept.xml"
pruefe "ein fremder Ordner" falsch 1 ZIELFREMD fortschreiben --von $ALT --nach content/borken/zusammenleben-2016 --edition 2020
pruefe "keine solche Stelle" falsch 3 STELLEFREMD stand --stelle gibt-es-nicht "$neu"
pruefe "kein Vorgänger" falsch 3 GEGEN pruefen --gegen content/beckum/verzeichnis.xml "$neu"

# The two editions of the town beside each other.
"$R" pruefen "${mit[@]}" --gegen $ALT content/beckum/integrationskonzept-2019/konzept.xml >"$WERK/aus" 2>&1
pruefe "2019 neben 2018 ist still" test ! -s "$WERK/aus"
zitiert() { "$R" pruefen -q "${mit[@]}" --gegen $ALT "$1" 2>&1 | grep -q "$2.*\[WERTALT\]"; }
pruefe "eine Folie mit überholtem Wert" zitiert content/beckum/praesentation-2024-02-22 'integrationskonzept-2018#einwohner'
pruefe "eine Vorlage mit überholter Ausgabe" zitiert content/beckum/sitzungen/2018-01/vorlage-integrationskonzept.xml 'beckum/integrationskonzept-2018“ ist überholt'
for s in neu unveraendert geaendert laeuft abgeschlossen entfallen; do
	pruefe "2019 zeigt $s" grep -rq "status=\"$s\"" content/beckum/integrationskonzept-2019
done
pruefe "2012 und 2019 sagen, dass sie erfunden sind" test "$(grep -l 'Erfundene Beispielausgabe' content/beckum/integrationskonzept-20*/konzept.xml | wc -l)" = 2
tests/verapdf.sh "$WERK/arbeitsblatt.pdf" "$WERK/arbeitsblatt-personal.pdf" >"$WERK/aus" 2>&1
case $? in 0) gut ;; 77) aus "veraPDF: $(tail -n 1 "$WERK/aus")" ;; *) schlecht "veraPDF"; tail -n 5 "$WERK/aus" ;; esac
schluss
