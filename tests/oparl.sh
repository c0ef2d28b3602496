#!/usr/bin/env bash
# Suite: OParl 1.1: the export of a register that has everything in it, against the specification; what may not be in it; what stays over time.
cd "$(dirname "$0")/.." || exit 1
. tests/gemeinsam.sh
. tests/oparl/gemeinsam.sh
SITZ=content/beckum/sitzungen
Z=$M/sitzung.xml
export_nach() { rm -rf "$1"; rs oparl exportieren -q -o "$1"; }
# frage EXPORT EXPRESSION: o(type, text) is the first object whose JSON holds the text
frage() { python3 - "$1" "$2" <<'P'
import json, os, sys
alle = [json.load(open(os.path.join(d, n))) for d, _, ns in sorted(os.walk(sys.argv[1])) for n in sorted(ns) if n.endswith('.json')]
alle = [x for x in alle if 'data' not in x]
def o(typ, text=''): return next(x for x in alle if x.get('type', '').endswith('/' + typ) and text in json.dumps(x, ensure_ascii=False))
def z(typ): return sum(x.get('type', '').endswith('/' + typ) for x in alle)
assert eval(sys.argv[2]), sys.argv[2]
P
}
wert() { python3 - "$1" "$2" <<'P'
import json, os, sys
alle = [json.load(open(os.path.join(d, n))) for d, _, ns in sorted(os.walk(sys.argv[1])) for n in sorted(ns) if n.endswith('.json')]
def o(typ, text=''): return next(x for x in alle if x.get('type', '').endswith('/' + typ) and text in json.dumps(x, ensure_ascii=False))
print(eval(sys.argv[2]))
P
}

# ---- a register with all that occurs: an invented person, sessions on both sides of the change of clocks, a non-public part, a supplement
sed -i 's|</verzeichnis>|<person id="mustermann" name="Dr. Erika Mustermann" vorname="Erika" nachname="Mustermann" titel="Dr." mail="e.mustermann@example.org"><mitgliedschaft gremium="rat" rolle="Mitglied" stimmrecht="ja" von="2020-11-01"/><mitgliedschaft gremium="integrationsrat" rolle="Mitglied" stimmrecht="nein" von="2021-01-01" fuer="rat"/></person></verzeichnis>|' content/beckum/verzeichnis.xml
for t in 2023-03-25 2023-03-27 2023-06-15 2023-10-27 2023-10-30; do
	mkdir -p $SITZ/$t
	sed "s/integrationsrat-2023-05-31/integrationsrat-$t/; s/datum=\"2023-05-31\"/datum=\"$t\"/; s/ beginn=\"17:00\"/ beginn=\"17:00\" ende=\"19:30\"/; /<bekanntmachung/d" $Z >$SITZ/$t/sitzung.xml
done
sed -i 's|</tagesordnung>|<teil art="nichtoeffentlich"><vorlagen/><top id="geheim"><titel>GEHEIMWORT</titel><neutral>Grundstücksangelegenheit</neutral><vermerk><absatz>GEHEIMVERMERK</absatz></vermerk></top></teil></tagesordnung>|' $Z
sed 's/id="baumpflanzung"/id="personal"/; s/ nummer="[^"]*"//; s/oeffentlich="ja"/oeffentlich="nein"/; s|<titel>[^<]*</titel>|<titel>GEHEIMTITEL</titel><neutral>Personalsache</neutral>|' $B >$M/vorlage-personal.xml
sed 's/id="baumpflanzung"/id="nachtrag"/; s/ nummer="/ ergaenzung="1" nummer="/' $B >$M/vorlage-nachtrag.xml
mkdir -p $SITZ/2023-06-01
for i in $(seq 105); do sed "s/ nummer=\"[^\"]*\"//; s/id=\"baumpflanzung\"/id=\"p$i\"/; s/2023-05-31/2023-06-15/; s/Beschluss über die Planung/Beschluss $i über die Planung/" $B >$SITZ/2023-06-01/vorlage-$i.xml; done

am 2023-05-15T08:00:00Z
pruefe "aufnehmen" rc 0 rs aufnehmen -q $SITZ/*/*.xml content/beckum/integrationskonzept-2018
export_nach leer
pruefe "aufgenommen, nicht freigegeben: keine Vorlage" frage leer 'z("Paper") == 0 and z("Meeting") == 8'
pruefe "freigeben" rc 0 rs freigeben -q $M/*.xml $SITZ/2018-01/*.xml $SITZ/2023-06-01/*.xml content/beckum/integrationskonzept-2018
pruefe "ausgeben" rc 0 rs ausgeben -q -o ausgabe $M/*.xml $SITZ/2018-01/*.xml content/beckum/integrationskonzept-2018
export_nach vorher
pruefe "nicht bekannt gemacht: noch keine Tagesordnung" frage vorher '"agendaItem" not in o("Meeting", "31.05.2023") and o("Meeting", "31.05.2023")["meetingState"] == "terminiert"'
am 2023-05-16T08:00:00Z
pruefe "am Tag der Bekanntmachung aufnehmen" rc 0 rs aufnehmen -q $Z
export_nach am-tag
pruefe "am Tag der Bekanntmachung ist die Tagesordnung öffentlich" frage am-tag 'o("Meeting", "31.05.2023")["meetingState"] == "eingeladen" and len(o("Meeting", "31.05.2023")["agendaItem"]) == 12'
punkt=$(wert am-tag 'o("AgendaItem", "Baumpflanzaktion")["id"]')
pruefe "bekanntgeben" rc 0 rs tagesordnung -q --bekanntgeben -o sitzung $Z
am 2023-06-02T08:00:00Z
pruefe "ergebnis" rc 0 rs ergebnis -q --gremium integrationsrat --datum 2023-05-31 2023/0123 "einstimmig"
pruefe "exportieren" export_nach oparl

# ---- the specification
if [ -d "$S" ]; then
	pruefe "keine Beanstandung" python3 "$HIER/tests/oparl/pruefer.py" oparl "$S"
	pruefe "keine Beanstandung vor der Bekanntmachung" python3 "$HIER/tests/oparl/pruefer.py" vorher "$S"
	pruefe "keine Beanstandung am Tag der Bekanntmachung" python3 "$HIER/tests/oparl/pruefer.py" am-tag "$S"
else
	aus "OParl-Schemadateien: ../shared/oparl fehlt"
fi

# ---- what a reader of the session expects
pruefe "die Sitzung" frage oparl 'o("Meeting", "31.05.2023")["meetingState"] == "durchgeführt" and len(o("Meeting", "31.05.2023")["agendaItem"]) == 12'
pruefe "das Datum der Bekanntmachung ist das wahre" frage oparl 'o("Meeting", "31.05.2023")["invitation"]["date"] == "2023-05-16"'
pruefe "ein Punkt, eine Beratung" frage oparl '(lambda t: o("Consultation", t["id"])["agendaItem"] == t["id"])(o("AgendaItem", "Baumpflanzaktion"))'
pruefe "bekannt gegeben: dieselben Kennungen der Punkte" frage oparl "o('AgendaItem', 'Baumpflanzaktion')['id'] == '$punkt'"
pruefe "das Ergebnis" frage oparl 'o("AgendaItem", "einstimmig")["number"] == "6"'
pruefe "Sommer- und Winterzeit" frage oparl '[o("Meeting", d)["start"][-6:] for d in ("25.03.2023", "27.03.2023", "27.10.2023", "30.10.2023")] == ["+01:00", "+02:00", "+02:00", "+01:00"]'
pruefe "Ergänzung und Vorlage" frage oparl 'o("Paper", "1. Ergänzung")["superordinatedPaper"] == [o("Paper", "2023/0123\"")["id"]] and o("Paper", "2023/0123\"")["subordinatedPaper"] == [o("Paper", "1. Ergänzung")["id"]]'
pruefe "das vorgestellte Konzept liegt bei" frage oparl 'o("Paper", "integrationskonzept-2018.pdf")["auxiliaryFile"][0]["mimeType"] == "application/pdf"'
pruefe "Ämter und Personen" frage oparl 'o("Person", "Mustermann")["membership"][1]["votingRight"] is False and z("Membership") == 4'
pruefe "Parlament" frage oparl 'o("Organization", "Rat der Stadt")["classification"] == "Parlament"'

# ---- nothing that is not public
pruefe "kein nichtöffentliches Wort" bash -c "! grep -rl 'GEHEIM' oparl && ! grep -rl 'Personalsache.*reference' oparl && test -z \"\$(find oparl -name '*intern*')\""
pruefe "auch nicht in den Dateien" bash -c "! for f in oparl/file/*/*.pdf; do pdftotext \$f -; pdfdetach -saveall -o weg \$f; done 2>/dev/null | grep -c GEHEIM"
pruefe "auch nicht in der Tabelle" python3 -c "import sqlite3; assert not [r for r in sqlite3.connect('r.db').execute('SELECT * FROM oparl') if 'GEHEIM' in str(r)]"
pruefe "neutral, wie bekannt gemacht" frage oparl 'o("AgendaItem", "Grundstücksangelegenheit")["public"] is False and "consultation" not in o("AgendaItem", "Grundstücksangelegenheit")'

# ---- the same again, and what changes
pruefe "noch einmal: dieselben Bytes" bash -c "'$R' oparl exportieren -q --register r.db -o zwei && diff -r oparl zwei"
pruefe "über die alte Ausgabe: dieselben Bytes" bash -c "'$R' oparl exportieren -q --register r.db -o zwei && diff -r oparl zwei"
am 2023-06-03T08:00:00Z
rs aufnehmen -q $SITZ/*/*.xml >/dev/null 2>&1
export_nach zwei
pruefe "noch einmal aufgenommen: nichts hat sich geändert" diff -r oparl zwei
rs register neu-aufbauen beckum >/dev/null 2>&1
export_nach zwei
pruefe "neu aufgebaut: nichts hat sich geändert" diff -r oparl zwei
id=$(wert oparl 'o("Paper", "Netzwerktreffen")["id"]')
org=$(wert oparl 'o("Organization", "\"Integrationsrat\"")["id"]')
sed -i 's|<titel>Beschluss über die Teilnahme|<titel>Neuer Beschluss über Teilnahme|' $M/vorlage-netzwerk-integration.xml
sed -i 's|<name von="2010-02-01">Integrationsrat</name>|<name von="2010-02-01" bis="2023-06-01">Integrationsrat</name><name von="2023-06-02">Rat für Integration</name>|' content/beckum/verzeichnis.xml
sed -i 's|oeffentlich="ja"|oeffentlich="nein"|; s|</titel>|</titel><neutral>Anderes</neutral>|' $SITZ/2023-06-01/vorlage-7.xml
am 2023-07-01T08:00:00Z
pruefe "geändert aufnehmen" rc 0 rs aufnehmen -q $M/vorlage-netzwerk-integration.xml $SITZ/2023-06-01/vorlage-7.xml
export_nach drei
pruefe "umbenannt: dieselbe id, geändert" frage drei "o('Paper', 'Neuer Beschluss')['id'] == '$id' and o('Paper', 'Neuer Beschluss')['modified'] == '2023-07-01T10:00:00+02:00' and o('Paper', 'Neuer Beschluss')['created'] == '2023-05-15T10:00:00+02:00'"
pruefe "Gremium umbenannt: dieselbe id" frage drei "o('Organization', 'Rat für Integration')['id'] == '$org'"
pruefe "die Sitzung heißt wie damals" frage drei 'o("Meeting", "31.05.2023")["name"].startswith("Integrationsrat") and o("Meeting", "30.10.2023")["name"].startswith("Rat für Integration")'
pruefe "was sich nicht änderte, blieb" bash -c "cmp oparl/body/beckum.json drei/body/beckum.json"
pruefe "nichtöffentlich geworden: gelöscht" frage drei '(lambda x: x["modified"] == "2023-07-01T10:00:00+02:00" and set(x) == {"id", "type", "created", "modified", "deleted"})(next(x for x in alle if x.get("deleted") and x["type"].endswith("/Paper")))'
sed -i 's|bis="2023-06-01">Integrationsrat<|bis="2023-06-01">Integrationsbeirat<|' content/beckum/verzeichnis.xml
am 2023-07-02T08:00:00Z
pruefe "einen alten Namen berichtigen" rc 0 rs aufnehmen -q content/beckum/verzeichnis.xml
export_nach vier
pruefe "die Sitzungen von damals tragen ihn" frage vier '(lambda m: m["name"].startswith("Integrationsbeirat") and m["modified"][:10] == "2023-07-02")(o("Meeting", "31.05.2023"))'
pruefe "die späteren bleiben, wie sie waren" frage vier '[o("Meeting", "30.10.2023")["modified"][:10], o("Organization", "Rat für Integration")["modified"][:10]] == ["2023-07-01"] * 2'
if [ -d "$S" ]; then
	pruefe "danach keine Beanstandung" python3 "$HIER/tests/oparl/pruefer.py" drei "$S"
	pruefe "gepflanzte Fehler werden gefunden" python3 "$HIER/tests/oparl/fehler.py" drei "$S"
else
	aus "gepflanzte Fehler: ../shared/oparl fehlt"
fi

# ---- a damaged register: ids, times, deletions and texts come back, also those made after the backup
pruefe "sichern" rc 0 rs register sichern sicher.db
cp sicher.db zurueck.db
pruefe "aus der Sicherung: dasselbe" bash -c "'$R' oparl exportieren -q --register zurueck.db -o zurueck && diff -r vier zurueck"
sed -i 's|<titel>Neuer Beschluss über Teilnahme|<titel>Noch ein Beschluss über Teilnahme|' $M/vorlage-netzwerk-integration.xml
sed -i 's|oeffentlich="ja"|oeffentlich="nein"|; s|</titel>|</titel><neutral>Anderes</neutral>|' $SITZ/2023-06-01/vorlage-8.xml
sed 's/ nummer="[^"]*"//; s/id="p9"/id="p999"/; s/Beschluss 9 /Beschluss 999 /' $SITZ/2023-06-01/vorlage-9.xml >$SITZ/2023-06-01/vorlage-999.xml
am 2023-07-10T08:00:00Z
neue=($SITZ/2023-06-01/vorlage-8.xml $SITZ/2023-06-01/vorlage-999.xml $M/vorlage-netzwerk-integration.xml)
pruefe "danach geht es weiter: aufnehmen" rc 0 rs aufnehmen -q "${neue[@]}"
pruefe "danach geht es weiter: freigeben" rc 0 rs freigeben -q "${neue[@]}"
pruefe "danach geht es weiter: ausgeben" rc 0 rs ausgeben -q -o ausgabe "${neue[1]}"
export_nach fuenf
pruefe "es gibt etwas zu retten" frage fuenf 'sum("deleted" in x for x in alle) == 4 and o("Paper", "Beschluss 999")["mainFile"]["text"]'
python3 - <<'P'
import sqlite3
d = sqlite3.connect('r.db')
seite, = d.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'volltext'").fetchone()
d.close()
f = open('r.db', 'r+b'); f.seek((seite - 1) * 4096); f.write(b'\0' * 4096)
# and the page on which the oldest public object stands
def zahl(b, i):
    n = 0
    while True:
        n = n << 7 | b[i] & 127; i += 1
        if b[i - 1] < 128: return n, i
alles = open('r.db', 'rb').read()
for p in range(1, len(alles) // 4096):
    b = alles[p * 4096:(p + 1) * 4096]
    if b[0] == 13 and b'schema.oparl.org/1.1' in b and zahl(b, zahl(b, b[8] << 8 | b[9])[1])[0] == 1:
        f.seek(p * 4096); f.write(b'\xAA' * 4096); break
else: raise SystemExit('nicht gefunden')
P
pruefe "zwei Seiten sind zerstört" test $? -eq 0
am 2023-07-11T08:00:00Z
pruefe "wiederherstellen" rc 0 rs register wiederherstellen sicher.db
pruefe "gesagt, was gerettet ist" grep -q "öffentliche Objekte" ein
pruefe "neu aufbauen" rc 0 rs register neu-aufbauen beckum
export_nach gerettet
pruefe "gerettet: dieselben Objekte, Kennungen, Zeiten und Texte" diff -r fuenf gerettet

# ---- the command
pruefe "Adresse aus der Option" bash -c "'$R' oparl exportieren -q --register r.db --basis-url https://ratsinfo.example.org/oparl -o fremd && grep -q 'https://ratsinfo.example.org/oparl/body.json' fremd/system.json"
pruefe "Adresse mit Schrägstrich am Ende" rc 1 rs oparl exportieren --basis-url https://ratsinfo.example.org/ -o nie
pruefe "Adresse ohne http" rc 1 rs oparl exportieren --basis-url 'javascript:"' -o nie
mkdir eigenes && echo x >eigenes/brief.txt
pruefe "ein fremder Ordner bleibt" rc 1 rs oparl exportieren -o eigenes
pruefe "ein fremder Ordner bleibt, wie er war" test "$(cat eigenes/brief.txt)" = x
pruefe "ohne -o" rc 2 rs oparl exportieren
pruefe "unbekanntes Tun" rc 2 rs oparl zaubern
mv ausgabe/2023-0123-beschlussvorlage.pdf weg.pdf
pruefe "eine Datei fehlt: keine halbe Ausgabe" bash -c "! '$R' oparl exportieren -q --register r.db -o drei 2>ein && grep -q OPARLDATEI ein && test -e drei/system.json && test -z \"\$(ls -d drei.neu* 2>/dev/null)\""
python3 -c "import sqlite3; sqlite3.connect('ohne.db').close()"
pruefe "Register ohne Kommune" rc 3 "$R" oparl exportieren --register ohne.db -o nie
schluss
