#!/usr/bin/env bash
# Suite: oparl dienen: the same bytes as the export, filters, conditions, ranges, refusals; nothing non-public; a clean end.
cd "$(dirname "$0")/.." || exit 1
. tests/gemeinsam.sh
. tests/oparl/gemeinsam.sh

# ---- a register: papers that are public, one that is not, one whose file is gone again, an agenda item that is not public
geheimes
am 2023-05-16T08:00:00Z
pruefe "aufnehmen" rc 0 rs aufnehmen -q content/beckum/sitzungen/2023-*/*.xml
pruefe "freigeben" rc 0 rs freigeben -q $M/vorlage-*.xml
pruefe "ausgeben" rc 0 rs ausgeben -q -o ausgabe $M/vorlage-*.xml
pruefe "bekanntgeben" rc 0 rs tagesordnung -q --bekanntgeben -o sitzung $M/sitzung.xml
sed -i 's|oeffentlich="ja"|oeffentlich="nein"|; s|</titel>|</titel><neutral>Anderes</neutral>|' $M/vorlage-netzwerk-integration.xml
am 2023-07-01T08:00:00Z
pruefe "eine Vorlage wird nichtöffentlich" rc 0 rs aufnehmen -q $M/vorlage-netzwerk-integration.xml

# ---- the server
pruefe "der Server startet und nennt seine Adresse" server "$R" log
pruefe "auf dem Port, den er nennt" grep -q "http://localhost:$port/system.json" log
pruefe "exportieren mit derselben Adresse" rc 0 rs oparl exportieren -q --basis-url "http://localhost:$port" -o oparl
while IFS=$'\t' read -r urteil name; do
	[ "$urteil" = gut ] && gut || schlecht "$name"
done < <(python3 "$HIER/tests/dienen.py" "$port" oparl gelesen || echo "nicht	Prüfungen über HTTP liefen nicht durch")
if [ -d "$S" ]; then
	pruefe "was der Server sagt, hält die Spezifikation ein" python3 "$HIER/tests/oparl/pruefer.py" gelesen "$S"
else
	aus "OParl-Schemadateien: ../shared/oparl fehlt"
fi

# ---- it reads what others write meanwhile, and never writes
sed -i 's|<titel>Beschluss über die Planung|<titel>NEUER TITEL über die Planung|' $B
pruefe "während des Betriebs aufgenommen" rc 0 rs aufnehmen -q $B
pruefe "und sofort zu lesen" bash -c "curl -s http://localhost:$port/body/beckum/paper.json | grep -q 'NEUER TITEL'"
mv ausgabe/2023-0123-beschlussvorlage.pdf weg.pdf
url=$(curl -s "http://localhost:$port/body/beckum/file.json" | grep -o 'http[^"]*/file/[^"]*/2023-0123-beschlussvorlage.pdf' | head -n 1)
antwort() { curl -s -o /dev/null -w '%{http_code}' "$url"; }
pruefe "eine fehlende Datei" test "$(antwort)" = 500
cp weg.pdf ausgabe/2023-0123-beschlussvorlage.pdf && echo x >>ausgabe/2023-0123-beschlussvorlage.pdf
pruefe "eine Datei mit anderem Inhalt" test "$(antwort)" = 500
rm ausgabe/2023-0123-beschlussvorlage.pdf && ln -s ../weg.pdf ausgabe/2023-0123-beschlussvorlage.pdf
pruefe "ein Verweis statt der Datei" test "$(antwort)" = 500
pruefe "der Grund steht im Protokoll" grep -q 'OPARLDATEI' log
mv weg.pdf ausgabe/2023-0123-beschlussvorlage.pdf
pruefe "wieder da" test "$(antwort)" = 200
pruefe "ohne Rechte, die er noch erlangen könnte" grep -q 'NoNewPrivs:.1' /proc/$pid/status
if grep -q Landlock log && ! grep -q 'ohne Landlock' log; then gut; else aus "Landlock: dieser Kern hat es nicht"; fi
python3 -c "import sqlite3, time; c = sqlite3.connect('r.db'); c.execute('BEGIN EXCLUSIVE'); time.sleep(1)" &
sperre=$!
sleep 0.3
pruefe "ein kurzer Schreibender hält ihn nur auf" bash -c "curl -s http://localhost:$port/system.json | grep -q oparlVersion"
wait $sperre
cp r.db danach.db
curl -s "http://localhost:$port/body/beckum/file.json" >/dev/null
pruefe "er hat nichts geschrieben" bash -c "cmp r.db danach.db && ! ls r.db-* 2>/dev/null"

# ---- the end
python3 "$HIER/tests/dienen.py" --langsam "$port" "$url" gross.pdf >langsam 2>&1 &
leser=$!
for _ in $(seq 50); do grep -q begonnen langsam && break; sleep 0.1; done
pruefe "SIGTERM: Rückgabewert 0" endet TERM
pruefe "was begonnen war, wurde fertig" wait $leser
pruefe "danach ist der Port frei" bash -c "! curl -s http://localhost:$port/system.json"
chmod a-w r.db
pruefe "ein Register ohne Schreibrecht" server "$R" log2 --basis-url https://ratsinfo.example.org/oparl
chmod u+w r.db
pruefe "die Adresse aus der Option" bash -c "curl -s http://127.0.0.1:$port/oparl/system.json | grep -q '\"https://ratsinfo.example.org/oparl/body.json\"' && curl -s http://127.0.0.1:$port/system.json | grep -q ratsinfo"
pruefe "belegter Port [OPARLPORT]" bash -c "'$R' oparl dienen --register r.db --port $port 2>ein; test \$? = 3 && grep -q OPARLPORT ein"
pruefe "SIGINT: Rückgabewert 0" endet INT
pruefe "Ordner der Dateien fehlt [OPARLDATEIEN]" bash -c "'$R' oparl dienen --register r.db --port 0 --dateien nirgends 2>ein; test \$? = 3 && grep -q OPARLDATEIEN ein"
pruefe "kein Port" rc 2 rs oparl dienen --port 70000
pruefe "kein Register" rc 3 "$R" oparl dienen --register fehlt.db --port 0
pruefe "keine Adresse" rc 1 rs oparl dienen --port 0 --basis-url http://
schluss
