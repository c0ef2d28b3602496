#!/usr/bin/env bash
# Suite: The commands as a person calls them: exit status, messages in three forms, skeletons, help.
cd "$(dirname "$0")/.." || exit 1
. tests/gemeinsam.sh
x=tests/golden/bausteine.xml
rc() { local want=$1; shift; "$@" >"$WERK/aus" 2>"$WERK/ein"; local got=$?; [ $got -eq "$want" ] || { echo "Rückgabewert $got statt $want: $*"; cat "$WERK/ein"; return 1; }; }

pruefe "ohne Befehl" rc 2 "$R"
pruefe "unbekannter Befehl" rc 2 "$R" drucken
pruefe "unbekannte Option" rc 2 "$R" pruefen --schnell $x
pruefe "fehlende Datei" rc 3 "$R" pruefen gibt-es-nicht.xml
pruefe "--hilfe" rc 0 "$R" --hilfe
pruefe "--help" rc 0 "$R" --help
pruefe "--version" rc 0 "$R" --version
pruefe "setzen --hilfe" rc 0 "$R" setzen --hilfe
pruefe "erklaere" rc 0 "$R" erklaere summe
pruefe "erklaere: jeder Code hat einen Text" bash -c "for c in \$('$R' erklaere | awk '{print \$1}'); do [ \$('$R' erklaere \$c | tail -n +2 | wc -c) -ge 60 ] || { echo \$c; exit 1; }; done"
pruefe "erklaere: kein Code doppelt" bash -c "! '$R' erklaere | awk '{print \$1}' | sort | uniq -d | grep ."
pruefe "erklaere unbekannt" rc 2 "$R" erklaere QUATSCH
pruefe "Standardeingabe: eine Vorlage" bash -c "'$R' setzen -q --inhalt content -o '$WERK/ein.pdf' - <content/beckum/sitzungen/2023-05-31/vorlage-baumpflanzung.xml"
pruefe "Standardeingabe" bash -c "cd tests/golden && '$R' pruefen -q --inhalt ../inhalt - < bausteine.xml"
pruefe "Ordner statt Datei" rc 0 "$R" pruefen -q content/beckum/integrationskonzept-2018
pruefe "mehrere Dateien, -o kein Ordner" rc 2 "$R" setzen -o "$WERK/x.pdf" $x $x
pruefe "zweimal dasselbe Ziel" rc 3 "$R" setzen -q --inhalt tests/inhalt -o "$WERK" $x $x

sed 's/<absatz>/<apsatz>/' $x >"$WERK/kaputt.xml"
"$R" pruefen --inhalt tests/inhalt --meldungen json "$WERK/kaputt.xml" >"$WERK/m.json" 2>/dev/null
pruefe "JSON: ein Objekt je Zeile" python3 -c "import json,sys; rows=[json.loads(l) for l in open('$WERK/m.json')]; assert rows and all(r['code'] and r['text'] for r in rows)"
"$R" pruefen --inhalt tests/inhalt --meldungen sarif "$WERK/kaputt.xml" $x >"$WERK/m.sarif" 2>/dev/null
pruefe "SARIF" python3 -c "import json; r=json.load(open('$WERK/m.sarif')); run=r['runs'][0]; ids={x['id'] for x in run['tool']['driver']['rules']}; assert run['results'] and all(x['ruleId'] in ids for x in run['results'])"

for art in konzept bericht praesentation; do
	pruefe "neu $art" rc 0 "$R" neu $art beckum -o "$WERK/neu/$art.xml"
	pruefe "neu $art ist gültig" rc 0 "$R" pruefen --inhalt content "$WERK/neu/$art.xml"
	pruefe "neu $art überschreibt nicht" rc 3 "$R" neu $art beckum -o "$WERK/neu/$art.xml"
done
for art in kapitel handlungsfeld massnahme verzeichnis; do
	pruefe "neu $art" rc 0 "$R" neu $art beckum
	pruefe "neu $art ist wohlgeformt" python3 -c "import xml.dom.minidom; xml.dom.minidom.parse('$WERK/aus')"
done
pruefe "neu quatsch" rc 2 "$R" neu quatsch beckum
pruefe "referenz bash läuft in bash" bash -c "'$R' referenz bash > '$WERK/completion' && bash -n '$WERK/completion'"
pruefe "referenz man hat alle Teile" bash -c "'$R' referenz man | grep -q '^.SH \"*R' "

# Slides: a handout has every slide and its notes, the slides have none; what does not fit is written nowhere; sources are followed.
folien=tests/golden/folien.xml
mit=(-q --inhalt "$WERK/inhalt") mit_text="-q --inhalt '$WERK/inhalt'"
cp -r tests/inhalt "$WERK/inhalt"
pruefe "Folien" rc 0 "$R" setzen "${mit[@]}" -o "$WERK/folien.pdf" $folien
pruefe "Handzettel" rc 0 "$R" setzen "${mit[@]}" --notizen -o "$WERK/handzettel.pdf" $folien
pruefe "Folien sind 16:9" sh -c "pdfinfo -l 99 '$WERK/folien.pdf' | grep -c '960 x 540 pts' | grep -qx 10"
pruefe "der Handzettel ist A4" sh -c "pdfinfo -l 99 '$WERK/handzettel.pdf' | grep -c 'size: *595.* (A4)' | grep -qx 10"
pruefe "auf Folien steht keine Notiz" sh -c "! pdftotext '$WERK/folien.pdf' - | grep -q 'Auf den Plan zeigen'"
pruefe "im Handzettel steht sie" sh -c "pdftotext '$WERK/handzettel.pdf' - | grep -q 'Auf den Plan zeigen'"
pruefe "Handzettel: nichts doppelt zu hören" sh -c "pdfinfo -struct-text '$WERK/handzettel.pdf' | grep -c '\"1 Wir haben gezählt\"' | grep -qx 1"
pruefe "die Folie ist ein Sect mit ihrer Überschrift" sh -c "'$R' setzen $mit_text --dump=tags $folien | grep -A1 '^  Sect' | grep -c '^    H1' | grep -qx 8"
pruefe "die Fortsetzung nennt die Überschrift noch einmal" sh -c "pdftotext '$WERK/folien.pdf' - | grep -q 'Wir haben gefragt (Fortsetzung)'"
pruefe "kleinste Schrift: 12 Punkt, außer in Tabellen und Fuß 18" sh -c "'$R' setzen $mit_text --format html -o '$WERK/folien.html' $folien && pdftotext -bbox-layout '$WERK/folien.pdf' - | python3 -c \"
import re, sys
heights = [float(m[2]) - float(m[1]) for m in re.finditer(r'<line [^>]*yMin=.([0-9.]+). [^>]*yMax=.([0-9.]+).', sys.stdin.read())]
assert heights and min(heights) > 12, heights\""
pruefe "--notizen nur für Präsentationen" rc 1 "$R" setzen "${mit[@]}" --notizen -o "$WERK/keiner.pdf" $x
pruefe "… und der Grund steht da" grep -q '\[NOTIZEN\]$' "$WERK/ein"
pruefe "was nicht passt, wird nicht geschrieben" rc 1 "$R" setzen "${mit[@]}" -o "$WERK/keiner.pdf" tests/pruefung/folie.xml
pruefe "auch kein Handzettel" rc 1 "$R" setzen "${mit[@]}" --notizen -o "$WERK/keiner.pdf" tests/pruefung/folie.xml
pruefe "nirgends etwas" test ! -e "$WERK/keiner.pdf"
sed -i 's/wert="1234"/wert="4321"/; s/Er wird gebaut/Er wird umgebaut/' "$WERK/inhalt/beckum/spielplaetze/konzept.xml"
sed -i 's/Juli;90/Juli;95/' "$WERK/inhalt/beckum/spielplaetze/besuche.csv"
"$R" setzen "${mit[@]}" -o "$WERK/folien-neu.pdf" $folien
pruefe "die Quelle ändert sich, die Folien auch" sh -c "pdftotext '$WERK/folien-neu.pdf' - >'$WERK/neu.txt'; grep -q '4.*321 Plätze' '$WERK/neu.txt' && grep -qx 95 '$WERK/neu.txt' && grep -q umgebaut '$WERK/neu.txt'"
sed 's/ort="beckum"/ort="borken"/; s/stelle="soziales"/stelle="stadt"/' $folien >"$WERK/borken.xml"
pruefe "dieselben Folien im Aussehen von Borken" rc 0 "$R" setzen -q --inhalt tests/inhalt -o "$WERK/borken.pdf" "$WERK/borken.xml"
for teil in elemente meldungen befehle; do
	pruefe "content/handbuch/referenz-$teil.xml ist auf dem Stand" bash -c "'$R' referenz $teil | cmp - content/handbuch/referenz-$teil.xml"
done
# A soft hyphen is for the lines of a page, not for the title of a window.
"$R" setzen -q -o "$WERK/titel.pdf" content/beckum/praesentation-2024-02-22 2>/dev/null
pruefe "Dokumenttitel ohne bedingten Trennstrich" sh -c "pdfinfo '$WERK/titel.pdf' | grep -q '^Title: *Beckumer Integrationsmanagement'"
schluss
