#!/usr/bin/env bash
# Suite: Handing over to the council system: what is in the package, that it is the same each time, that nothing non-public is in the public one; receipts; the
# message for the document management.
cd "$(dirname "$0")/.." || exit 1
. tests/gemeinsam.sh
R=$(realpath "$R")
HIER=$PWD
cp -r content "$WERK/content"
cp -r tests/gremien/inhalt "$WERK/geheim"
cd "$WERK" || exit 1
export RATSSATZ_VORLAGEN=$HIER/templates
unset RATSSATZ_REGISTER RATSSATZ_INHALT
M=content/beckum/sitzungen/2023-05-31
B=$M/vorlage-baumpflanzung.xml
export SOURCE_DATE_EPOCH=1684200000            # 16.05.2023
rs() { "$R" "$@" --register r.db; }
rc() { local want=$1; shift; "$@" >aus 2>ein; local got=$?; [ $got -eq "$want" ] || { echo "Rückgabewert $got statt $want: $*"; cat ein aus; return 1; }; }
sagt() { local text=$1; shift; "$@" >aus 2>ein; grep -qF -- "$text" ein aus || { echo "„$text“ fehlt: $*"; cat ein aus; return 1; }; }
offen() { rs register liste --offen --json | python3 -c 'import json,sys; print(len(json.load(sys.stdin)))'; }
aus_paket() { rm -rf "$2"; mkdir "$2" && python3 -m zipfile -e "$1" "$2"; }
# frage FOLDER EXPRESSION: m is the manifest, q the receipt form, t the table's rows
frage() { python3 - "$1" "$2" <<'P'
import csv, hashlib, json, os, sys
d = sys.argv[1]
m, q = (json.load(open(os.path.join(d, n))) for n in ('manifest.json', 'quittung.json'))
t = list(csv.DictReader(open(os.path.join(d, 'papiere.csv'), newline=''), delimiter=';'))
def datei(n): return open(os.path.join(d, n), 'rb').read()
def dok(text): return next(x for x in m['dokumente'] if text in json.dumps(x, ensure_ascii=False))
assert eval(sys.argv[2]), sys.argv[2]
P
}

# ---- the package of a session whose papers are issued
pruefe "aufnehmen" rc 0 rs aufnehmen -q content/beckum/sitzungen/*/*.xml
pruefe "abgeben vor ausgeben" rc 1 rs abgeben --sitzung $M/sitzung.xml -o abgabe.zip
pruefe "abgeben vor ausgeben: kein Paket" test ! -e abgabe.zip
rs freigeben -q $M/*.xml 2>ein
pruefe "freigegeben, nicht ausgegeben: jede Vorlage an ihrer Zeile genannt" bash -c "'$R' abgeben --register r.db --sitzung $M/sitzung.xml -o abgabe.zip 2>&1 | grep -c 'vorlage-.*xml:3: Warnung: .*ABGABEFEHLT' | grep -qx 5"
pruefe "ausgeben" rc 0 rs ausgeben -q -o ausgabe $M/*.xml
cp r.db vorher.db
pruefe "abgeben" rc 0 rs abgeben --sitzung $M/sitzung.xml -o abgabe.zip
pruefe "was fehlt, steht an seiner Zeile" grep -q "sitzung.xml:11: Warnung: .*ABGABEFEHLT" ein
pruefe "kein zweites Paket ohne Nichtöffentliches" test ! -e abgabe-nichtoeffentlich.zip
aus_paket abgabe.zip p
pruefe "Prüfsummen" bash -c "cd p && sha512sum --quiet --strict -c pruefsummen.sha512"
pruefe "Prüfsummen nennen jede Datei" bash -c "cd p && diff <(cut -c131- pruefsummen.sha512) <(find . -type f ! -name pruefsummen.sha512 | cut -c3- | LC_ALL=C sort)"
pruefe "Namen: ASCII, ein Punkt" bash -c "! find p -type f | cut -c3- | grep -vE '^([a-z]+/)*[a-z0-9-]+[.][a-z0-9]+\$'"
pruefe "PDF heißen nach Art und Nummer" test "$(cd p && echo *.pdf)" = "beschlussvorlage-2023-0123.pdf beschlussvorlage-2023-0124.pdf beschlussvorlage-2023-0125.pdf mitteilungsvorlage-2023-0121.pdf mitteilungsvorlage-2023-0122.pdf"
pruefe "die ausgegebenen Bytes" cmp p/beschlussvorlage-2023-0123.pdf ausgabe/2023-0123-beschlussvorlage.pdf
pruefe "HTML und Quelle zu jedem PDF" bash -c "cd p && for f in *.pdf; do test -s \${f%.pdf}.html && xmllint --noout \${f%.pdf}.xml || exit 1; done"
pruefe "HTML der Vorlage ist das von setzen" bash -c "'$R' setzen -q --format html -o b.html $B && cmp b.html p/beschlussvorlage-2023-0123.html"
pruefe "Manifest" frage p 'm["format"] == "ratssatz-abgabe" and m["oeffentlich"] and len(m["dokumente"]) == 5 and m["fehlt"] == ["bekanntmachung"] and all(hashlib.sha512(datei(x["dateien"][0]["datei"])).hexdigest() == x["sha512"] for x in m["dokumente"])'
pruefe "Beratungsfolge im Manifest" frage p 'dok("2023/0123")["beratungsfolge"] == [{"gremium": "Integrationsrat", "datum": "2023-05-31", "rolle": "Entscheidung", "massgeblich": True}]'
pruefe "OParl: das Objekt jeder Vorlage" frage p 'all(json.loads(datei("oparl" + x["oparl"].split("8980")[1]))["reference"] == x["nummer"] for x in m["dokumente"])'
pruefe "OParl: System, Kommune, Sitzung, Punkte, Beratungen, Dateien, Gremium, Ort" bash -c "for t in body meeting agendaitem consultation file organization location paper; do ls p/oparl/\$t/*.json >/dev/null || exit 1; done; test -e p/oparl/system.json"
pruefe "Tabelle: eine Zeile je Vorlage" frage p '[r["nummer"] for r in t] == ["2023/0121", "2023/0122", "2023/0123", "2023/0124", "2023/0125"] and all(os.path.exists(d + "/" + r["datei"]) for r in t)'
pruefe "Quittung: leer, je Dokument" frage p 'len(q["eintraege"]) == 5 and all(e["kennung"] == e["adresse"] == e["ablehnung"] == "" for e in q["eintraege"])'
pruefe "fünf offen" test "$(offen)" -eq 5

# ---- the same each time
cp abgabe.zip a.zip
pruefe "noch einmal, später, anderswo" rc 0 env SOURCE_DATE_EPOCH=1684300000 TZ=Asia/Tokyo LC_ALL=C "$R" abgeben --register r.db --sitzung $M -o abgabe.zip
pruefe "dieselben Bytes" cmp a.zip abgabe.zip
pruefe "kein neuer Eintrag" test "$(offen)" -eq 5
cp vorher.db k.db
pruefe "vor dem Eintrag abgebrochen: noch einmal" rc 0 "$R" abgeben -q --register k.db --sitzung $M -o abgabe.zip
pruefe "vor dem Eintrag abgebrochen: dieselben Bytes" cmp a.zip abgabe.zip
cp vorher.db k.db
for t in 0.005 0.01 0.015 0.02 0.03; do
	"$R" abgeben -q --register k.db --sitzung $M -o k.zip 2>/dev/null & p=$!
	sleep $t; kill -9 $p 2>/dev/null; wait $p 2>/dev/null
	[ ! -e k.zip ] || cmp -s k.zip a.zip || schlecht "getötet nach $t s: ein halbes Paket"
done
pruefe "getötet: das Register ist heil" rc 0 "$R" register pruefen --register k.db
pruefe "getötet: danach dasselbe Paket" bash -c "'$R' abgeben -q --register k.db --sitzung $M -o k.zip 2>/dev/null; cmp k.zip a.zip"
cp vorher.db v.db
pruefe "voller Datenträger" bash -c "ulimit -f 8; '$R' abgeben -q --register v.db --sitzung $M -o v.zip; test \$? -eq 3"
pruefe "voller Datenträger: kein Paket, kein Rest" bash -c "! ls -A | grep '^[.]*v[.]zip'"
pruefe "voller Datenträger: kein Eintrag" sagt "Die Liste ist leer" "$R" register liste --offen --register v.db
pruefe "als Ordner" rc 0 rs abgeben -q --sitzung $M -o ordner
pruefe "der Ordner ist das Paket" diff -r p ordner
sed -i 's/"kennung":	""/"kennung":	"7"/' ordner/quittung.json
pruefe "noch einmal in den Ordner: die ausgefüllte Quittung bleibt" bash -c "'$R' abgeben -q --register r.db --sitzung $M -o ordner 2>/dev/null && grep -q '\"7\"' ordner/quittung.json"
pruefe "ein anderes Paket ersetzt keine ausgefüllte Quittung" rc 1 rs abgeben -q --drucksache 2023/0123 -o ordner
mkdir fremd && touch fremd/wichtig
pruefe "ein fremder Ordner bleibt" rc 1 rs abgeben -q --drucksache 2023/0123 -o fremd
pruefe "ein fremder Ordner bleibt: gesagt" sagt "ABGABEORDNER" rs abgeben -q --drucksache 2023/0123 -o fremd
pruefe "nichts geht verloren" test -e fremd/wichtig
pruefe "eine Vorlage allein" rc 0 rs abgeben -q --drucksache 2023/0123 -o eine
pruefe "eine Vorlage allein: ohne die anderen" frage eine 'len(m["dokumente"]) == 1 and m["anlass"] == {"drucksache": "2023/0123"}'
pruefe "keine neue Abgabe" test "$(offen)" -eq 5
pruefe "unbekannte Nummer" rc 1 rs abgeben -q --drucksache 1999/0001 -o x.zip
pruefe "beides zugleich" rc 2 rs abgeben --drucksache 2023/0123 --sitzung $M -o x.zip
pruefe "keines von beiden" rc 2 rs abgeben -o x.zip
pruefe "ohne -o" rc 2 rs abgeben --drucksache 2023/0123
pruefe "eine Vorlage ist keine Sitzung" rc 3 rs abgeben --sitzung $B -o x.zip
sed 's/id="integrationsrat-2023-05-31"/id="andere"/' $M/sitzung.xml >content/beckum/sitzungen/andere.xml
pruefe "eine Sitzung, die nicht im Register ist" sagt "NICHTAUFGENOMMEN" rs abgeben --sitzung content/beckum/sitzungen/andere.xml -o x.zip
rm content/beckum/sitzungen/andere.xml
mv ausgabe/2023-0124-beschlussvorlage.pdf weg.pdf
pruefe "eine ausgegebene Datei fehlt" sagt "ABGABEDATEI" rs abgeben --sitzung $M -o x.zip
(cat weg.pdf; echo) >ausgabe/2023-0124-beschlussvorlage.pdf
pruefe "eine ausgegebene Datei ist verändert" rc 1 rs abgeben -q --sitzung $M -o x.zip
pruefe "dann entsteht kein Paket" test ! -e x.zip
mv weg.pdf ausgabe/2023-0124-beschlussvorlage.pdf

# ---- receipts
fuelle() { python3 - "$@" <<'P'
import csv, sys
quelle, ziel, trenner, marke = sys.argv[1:5]
z = list(csv.DictReader(open(quelle, newline=''), delimiter=';'))
for i, r in enumerate(z[:4]):
    r.update({'ablehnung': 'falsche "Vorlagenart"; bitte\nneu'} if i == 0 else {'kennung': '=%d' % (4700 + i), 'adresse': 'https://ratsinfo.example.org/vo?id=%d' % i})
with open(ziel, 'w', newline='', encoding='utf-8-sig' if marke == 'ja' else 'utf-8') as f:
    w = csv.DictWriter(f, z[0].keys(), delimiter=trenner)
    w.writeheader()
    w.writerows(z)
P
}
fuelle p/quittung.csv q.csv , ja
pruefe "quittieren" sagt "3 übernommen, 1 abgelehnt, 0 schon bekannt, 1 noch offen" rs quittieren q.csv
pruefe "offen: die abgelehnte und die ohne Antwort" bash -c "'$R' register liste --offen --json --register r.db | python3 -c 'import json,sys; l=json.load(sys.stdin); assert [x[\"stand\"] for x in l]==[\"abgelehnt\",\"offen\"], l'"
fuelle p/quittung.csv q.csv ';' nein
pruefe "dieselbe noch einmal: nichts Neues" sagt "0 übernommen, 0 abgelehnt, 4 schon bekannt" rs quittieren q.csv
pruefe "register zeige nennt die Quittung" sagt "https://ratsinfo.example.org/vo?id=2" rs register zeige 2023/0123
python3 - <<'P'
import json
q = json.load(open('p/quittung.json'))
for i, e in enumerate(q['eintraege']):
    if i in (0, 4): e['kennung'] = str(4700 + i)
json.dump(q, open('q.json', 'w'))
P
pruefe "als JSON, später übernommen" sagt "2 übernommen" rs quittieren q.json
pruefe "nichts mehr offen" test "$(offen)" -eq 0
pruefe "register pruefen" rc 0 rs register pruefen
# falsch NAME CODE EXPRESSION: the form spoilt by the expression on its text s
falsch() { python3 - "$3" <<'P'
import sys
s = open('p/quittung.json').read()
open('f.json', 'w').write(eval(sys.argv[1]))
P
	pruefe "$1: Rückgabewert" rc 1 rs quittieren f.json
	pruefe "$1: gesagt" sagt "$2" rs quittieren f.json
}
falsch "Quittung: kein JSON" "f.json:7: Fehler: Hier ist die Datei kein JSON" 's.replace("\"datei\":", "\"datei\"", 1)'
falsch "Quittung: leer" QUITTUNGFORM '""'
falsch "Quittung: etwas anderes" QUITTUNGFORM '"{}"'
falsch "Quittung: Prüfsumme gekürzt" QUITTUNGFORM 's.replace("\"sha512\":\t\"", "\"sha512\":\t\"x", 1)'
falsch "Quittung: nie abgegeben" QUITTUNGFREMD 's.replace(s[s.index("sha512")+10:][:6], "000000", 1)'
falsch "Quittung: angenommen und abgelehnt" QUITTUNGANGABE 's.replace("\"kennung\":\t\"\"", "\"kennung\":\t\"1\"", 1).replace("\"ablehnung\":\t\"\"", "\"ablehnung\":\t\"nein\"", 1)'
falsch "Quittung: Adresse ohne Kennung" QUITTUNGANGABE 's.replace("\"adresse\":\t\"\"", "\"adresse\":\t\"https://a.example.org/1\"", 1)'
falsch "Quittung: keine Adresse" QUITTUNGANGABE 's.replace("\"kennung\":\t\"\"", "\"kennung\":\t\"1\"", 1).replace("\"adresse\":\t\"\"", "\"adresse\":\t\"javascript:x\"", 1)'
printf 'a;b\n1;2\n' >f.csv
pruefe "Quittung: CSV ohne Kopf" sagt "f.csv:1: Fehler: Die Kopfzeile" rs quittieren f.csv
printf '"sha512";"kennung"\n"\xff";1\n' >f.csv
pruefe "Quittung: kein UTF-8" rc 1 rs quittieren f.csv
pruefe "Quittung fehlt" rc 3 rs quittieren gibt-es-nicht.json
pruefe "nach allen Fehlern ist nichts dazugekommen" test "$(rs register zeige 2023/0123 --json | grep -c '"quittung"')" -eq 1

# ---- a corrected paper; a title that a spreadsheet would calculate
sed -i 's|<titel>Beschluss über die Planung|<titel>=1+1 \&amp; "Planung"|; s/Zeichen der Integration/Zeichen der Eintracht/' $B
rs aufnehmen -q $B 2>ein
rs freigeben -q $B 2>ein
pruefe "berichtigt ausgeben" rc 0 rs ausgeben -q -o ausgabe $B
pruefe "berichtigt abgeben" rc 0 rs abgeben -q --sitzung $M -o abgabe.zip
alt=$(sha512sum <p/beschlussvorlage-2023-0123.pdf | cut -d' ' -f1)
aus_paket abgabe.zip n
pruefe "die neue Fassung nennt die alte" frage n 'dok("2023/0123")["fassung"] == 2 and dok("2023/0123")["ersetzt"] == {"fassung": 1, "datei": "beschlussvorlage-2023-0123.pdf", "sha512": "'$alt'", "kennung": "=4702", "adresse": "https://ratsinfo.example.org/vo?id=2"}'
pruefe "die anderen sind, was sie waren" frage n '[x["fassung"] for x in m["dokumente"]] == [1, 1, 2, 1, 1] and [r["ersetzt"] != "" for r in t] == [False, False, True, False, False]'
pruefe "keine Formel in der Tabelle" bash -c "! grep -E '(^|;)\"[=+@-]' n/papiere.csv n/quittung.csv && grep -q \"\\\"'=1+1\" n/papiere.csv"
pruefe "offen ist nur die neue" test "$(offen)" -eq 1
cp abgabe.zip a.zip
pruefe "die neue noch einmal" bash -c "'$R' abgeben -q --register r.db --sitzung $M -o abgabe.zip 2>/dev/null; cmp a.zip abgabe.zip"

# ---- announced: notice and Mappe
pruefe "bekanntgeben" rc 0 rs tagesordnung -q --bekanntgeben -o sitzung $M/sitzung.xml
pruefe "abgeben danach" rc 0 rs abgeben -q --sitzung $M -o bekannt
pruefe "Bekanntmachung und Mappe" frage bekannt 'm["fehlt"] == [] and [x["art"] for x in m["dokumente"]][:2] == ["bekanntmachung", "mappe"] and len(t) == 5'
pruefe "die Bekanntmachung ist die bekannt gegebene" cmp bekannt/bekanntmachung-integrationsrat-2023-05-31.pdf sitzung/bekanntmachung.pdf
pruefe "ihr HTML hat die Tagesordnung" grep -q "Regelmäßiger Austausch" bekannt/bekanntmachung-integrationsrat-2023-05-31.html
pruefe "nichts für die Verwaltung im öffentlichen Paket" bash -c "! ls bekannt | grep intern"
pruefe "das steht im zweiten" test -e bekannt-nichtoeffentlich/tagesordnung-intern-integrationsrat-2023-05-31.pdf
sed -i 's|<vorsitz amt="[^"]*"/>||' $M/sitzung.xml
pruefe "danach geändert: kein HTML, das nicht zum PDF passt" sagt "ABGABEHTML" rs abgeben --sitzung $M -o spaeter.zip

# ---- records
pruefe "xdomea" rc 0 rs abgeben -q --xdomea --sitzung $M -o akte.zip
for teil in akte-xdomea akte-nichtoeffentlich-xdomea; do
	aus_paket $teil.zip $teil
	pruefe "$teil: nach unserem Teilschema" xmllint --noout --schema "$HIER/tests/abgabe/xdomea-teil.xsd" $teil/*_Information.Information.0101.xml
	[ -z "${XDOMEA_XSD:-}" ] || pruefe "$teil: nach dem Schema des Standards" xmllint --noout --schema "$XDOMEA_XSD" $teil/*_Information.Information.0101.xml
	pruefe "$teil: jede genannte Datei liegt dabei, keine sonst" bash -c "cd $teil && diff <(grep -o '<xdomea:Dateiname>[^<]*' *0101.xml | cut -d'>' -f2 | sort) <(ls | grep -v 0101.xml | sort)"
done
[ -n "${XDOMEA_XSD:-}" ] || aus "xdomea nach dem Schema des Standards: in Paketarchiven nicht gefunden, XDOMEA_XSD ist nicht gesetzt"
pruefe "xdomea: Fassung und Beratungsfolge" bash -c "grep -q '<xdomea:Nummer>2<' akte-xdomea/*0101.xml && grep -q '<beratung gremium=\"Integrationsrat\" datum=\"2023-05-31\" rolle=\"Entscheidung\" massgeblich=\"ja\"/>' akte-xdomea/*0101.xml"
cp akte-xdomea.zip x1.zip
pruefe "xdomea noch einmal: dieselben Bytes" bash -c "SOURCE_DATE_EPOCH=1684500000 '$R' abgeben -q --xdomea --register r.db --sitzung $M -o akte.zip 2>/dev/null; cmp x1.zip akte-xdomea.zip"

# ---- a paper that presents an edition; annexes
pruefe "Konzept ausgeben" bash -c "for b in aufnehmen freigeben 'ausgeben -o ausgabe'; do '$R' \$b -q --register r.db content/beckum/integrationskonzept-2018 content/beckum/sitzungen/2018-01/*.xml || exit 1; done"
pruefe "die vorgestellte Ausgabe geht mit" rc 0 rs abgeben -q --drucksache 2018/0001 -o konzept
pruefe "ihr PDF ist das ausgegebene" cmp konzept/konzept-beckum-integrationskonzept-2018.pdf ausgabe/beckum-integrationskonzept-2018.pdf
pruefe "zwei Dokumente, eine Vorlage" frage konzept '[x["art"] for x in m["dokumente"]] == ["beschlussvorlage", "konzept"] and len(t) == 1 and len(q["eintraege"]) == 2'

# ---- nothing non-public in the public package: the session of tests/leck.sh
q=geheim/beckum/sitzungen/2023-06-21
g=(-q --register g.db)
for b in "aufnehmen $q/sitzung.xml $q/vorlage-sommerfest.xml $q/vorlage-geheimwort13.xml geheim/beckum/verzeichnis.xml" "freigeben $q/vorlage-sommerfest.xml $q/vorlage-geheimwort13.xml" \
         "ausgeben -o g-aus $q/vorlage-sommerfest.xml $q/vorlage-geheimwort13.xml" "tagesordnung --bekanntgeben -o g-sitz $q/sitzung.xml"; do
	# shellcheck disable=SC2086
	pruefe "geheim: ${b%% *}" "$R" $b "${g[@]}"
done
pruefe "geheim: abgeben" rc 0 "$R" abgeben "${g[@]}" --xdomea --sitzung $q/sitzung.xml -o leck.zip
pruefe "geheim: ein zweites Paket" test -e leck-nichtoeffentlich.zip
mkdir offen intern
aus_paket leck.zip offen/paket
aus_paket leck-xdomea.zip offen/akte
cp leck.zip leck-xdomea.zip offen
aus_paket leck-nichtoeffentlich.zip intern/paket
printf 'OFFENWORT0%d\n' 1 2 3 4 5 6 >offen.txt
cat "$HIER/tests/gremien/geheim.txt" offen.txt >worte.txt
python3 "$HIER/tests/leck.py" suche worte.txt offen >funde
pruefe "öffentlich: nichts Geheimes in Text, Zeichenketten, Anlagen, Bytes und Namen" bash -c "! grep -v OFFENWORT funde"
pruefe "Anlage einer öffentlichen Vorlage: daneben, die nichtöffentlichen nicht" bash -c "cmp offen/paket/anlage-2023-0201-1.pdf $q/lageplan.pdf && test \$(ls offen/paket/anlage-* | wc -l) -eq 1 && grep -q '\"Anlage 1: ' offen/paket/manifest.json"
pruefe "xdomea mit Anlage: nach unserem Teilschema" xmllint --noout --schema "$HIER/tests/abgabe/xdomea-teil.xsd" offen/akte/*_Information.Information.0101.xml
pruefe "die Suche sieht, was öffentlich ist" test "$(grep -o 'OFFENWORT..' funde | sort -u | wc -l)" -ge 4
python3 "$HIER/tests/leck.py" suche worte.txt intern/paket/*.json intern/paket/*.xml intern/paket/*.html intern/paket/*.csv >funde-intern
pruefe "im zweiten Paket steht es" test "$(cut -f3 funde-intern | grep -c GEHEIMWORT)" -ge 10
pruefe "die öffentliche Seite kennt die Vorlage nicht" bash -c "! grep -rq '2023/0202\|2023-0202' offen/paket/manifest.json offen/paket/papiere.csv offen/paket/quittung.* offen/paket/pruefsummen.sha512 offen/akte"
schluss
