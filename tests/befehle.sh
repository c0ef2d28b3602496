#!/usr/bin/env bash
# The commands as a person calls them: exit status, messages in three forms, skeletons, help.
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
pruefe "Standardeingabe" bash -c "cd tests/golden && '../../$R' pruefen -q --inhalt ../inhalt - < bausteine.xml"
pruefe "Ordner statt Datei" rc 0 "$R" pruefen -q content/beckum/integrationskonzept-2018
pruefe "mehrere Dateien, -o kein Ordner" rc 2 "$R" setzen -o "$WERK/x.pdf" $x $x
pruefe "zweimal dasselbe Ziel" rc 3 "$R" setzen -q --inhalt tests/inhalt -o "$WERK" $x $x

sed 's/<absatz>/<apsatz>/' $x >"$WERK/kaputt.xml"
"$R" pruefen --inhalt tests/inhalt --meldungen json "$WERK/kaputt.xml" >"$WERK/m.json" 2>/dev/null
pruefe "JSON: ein Objekt je Zeile" python3 -c "import json,sys; rows=[json.loads(l) for l in open('$WERK/m.json')]; assert rows and all(r['code'] and r['text'] for r in rows)"
"$R" pruefen --inhalt tests/inhalt --meldungen sarif "$WERK/kaputt.xml" $x >"$WERK/m.sarif" 2>/dev/null
pruefe "SARIF" python3 -c "import json; r=json.load(open('$WERK/m.sarif')); run=r['runs'][0]; ids={x['id'] for x in run['tool']['driver']['rules']}; assert run['results'] and all(x['ruleId'] in ids for x in run['results'])"

for art in konzept bericht; do
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
for teil in elemente meldungen befehle; do
	pruefe "content/handbuch/referenz-$teil.xml ist auf dem Stand" bash -c "'$R' referenz $teil | cmp - content/handbuch/referenz-$teil.xml"
done
schluss
