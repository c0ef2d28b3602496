# Texts that are to be looked at: Grußwort, Kurzfassungen, sentences taken over; what holds for good is not asked again.
day() { export SOURCE_DATE_EPOCH=$(date -u -d "$1" +%s); }
day 2020-03-02
check "sheets" status 0 "$R" stand -q "${with[@]}" --boegen boegen $NEW
home=boegen/bogen-fb-jugend-soziales
# ids KIND CSV: of its points
ids() { python3 -c 'import csv, sys
for r in csv.reader(open(sys.argv[2], encoding="utf-8"), delimiter=";"):
    if r[1] == sys.argv[1]:
        print(r[2])' "$1" "$2"; }
check "the house has the Grußwort" equal "$(ids grusswort $home.csv)" grusswort
check "its heading and its paragraphs stand apart" test \
	"$(grep -A1 '<dd dir="auto">Grußwort' $home.html | grep -c '^<dd dir="auto">[^<]*</dd>$')" -eq 1
check "as one cell of the table" grep -q 'Integrationsrates | Rund' $home.csv
check "and the Kurzfassungen" equal "$(ids kurzfassung $home.csv)" kurz-leicht kurz-tr kurz-uk kurz-ar
check "they count" says '"art":	"kurzfassung"' "$R" stand --format json "${with[@]}" $NEW
check "sentences go to whose field it is" grep -q 'massnahme.*m-kompetenz' boegen/bogen-fd-personal.csv
check "one of them" test "$(ids satz boegen/bogen-fd-personal.csv | wc -l)" = 1
check "it says why" grep -q '„zurzeit“: Gilt das noch? (2.9 Interkulturelle Kompetenz)' boegen/bogen-fd-personal.csv
check "in the form, too" python3 - <<'P2'
import re, zipfile
d = zipfile.ZipFile('boegen/bogen-fd-personal.docx').read('word/document.xml').decode()
assert 'ja, auf Dauer' in d and 'Neuer Wortlaut' in re.sub('<[^>]*>', '', d)
P2
check "the list has them, too" says 'zurzeit“: Gilt das noch? (2.9 Interkulturelle Kompetenz)' \
	"$R" stand "${with[@]}" $NEW
check "of one office" says '“: Gilt das noch?' "$R" stand "${with[@]}" --stelle fd-personal $NEW
check "one text" test "$(grep -c 'Gilt das noch' "$WORK/stdout")" = 1
check "for programs" says '"anzusehen":' "$R" stand --format json "${with[@]}" $NEW
day 2020-03-20
waiting() { "$R" stand "${with[@]}" --offen-seit 14 $NEW; }
check "unanswered: a sentence" says 'Fachdienst Personal: „zurzeit“: Gilt das noch?' waiting
check "unanswered: the Grußwort" says 'Fachbereich Jugend und Soziales: Grußwort des Bürgermeisters' waiting

# say CSV TO KIND ID COLUMN=VALUE…
say() {
	python3 - "$@" <<'P2'
import csv, sys
rows = list(csv.reader(open(sys.argv[1], encoding='utf-8'), delimiter=';'))
at = next(r for r in rows if r[1] == sys.argv[3] and r[2] == sys.argv[4])
for pair in sys.argv[5:]:
    name, value = pair.split('=', 1)
    at[rows[0].index(name)] = value
csv.writer(open(sys.argv[2], 'w', encoding='utf-8'), delimiter=';').writerows(rows)
P2
}
answer() { "$R" antworten "${with[@]}" "$@"; }
# sentence CSV WORDS: the id of the point whose text has them
sentence() { python3 -c 'import csv, sys
print(next(r[2] for r in csv.reader(open(sys.argv[1], encoding="utf-8"), delimiter=";")
    if r[1] == "satz" and sys.argv[2] in r[4]))' "$1" "$2"; }
lasting=$(sentence $home.csv 'An erster Stelle steht die Sprache')
once=$(sentence boegen/bogen-fd-soziale-dienste.csv 'zugewanderte Kinder besuchen')
anew=$(sentence boegen/bogen-fd-soziale-dienste.csv 'Gut im Blick behalten')
marked=$(sentence boegen/bogen-fd-kinder-jugendhilfe.csv 'Kosten der HzE im Einzelfall')
say $home.csv eins.csv satz "$lasting" bleibt='ja, auf Dauer'
say eins.csv eins.csv grusswort grusswort bleibt=ja 'anmerkung=Das Foto ist neu'
say eins.csv eins.csv kurzfassung kurz-tr bleibt=ja
say boegen/bogen-fd-soziale-dienste.csv zwei.csv satz "$once" bleibt=ja
say zwei.csv zwei.csv satz "$anew" 'wortlaut=Wer als Jugendliche & Jugendlicher kommt, braucht mehr.'
say boegen/bogen-fd-kinder-jugendhilfe.csv drei.csv satz "$marked" bleibt=ja
sums $NEW >before
falsch() {
	check "$1" says "[ANTWORT]" answer --eintragen falsch.csv
	grep ': Fehler: ' "$WORK/stderr" >>told
	check "$1: nothing is written" diff before <(sums $NEW)
}
say $home.csv falsch.csv satz "$lasting" bleibt=ja 'wortlaut=Anders'
falsch "stays, but anew"
say $home.csv falsch.csv grusswort grusswort 'wortlaut=Liebe Leute'
falsch "no new wording of a whole Grußwort"
say boegen/bogen-fd-soziale-dienste.csv ausgezeichnet.csv satz "$once" 'wortlaut=Alle gehen zur Schule.'
check "new words would lose a figure" says "Alle gehen zur Schule" answer ausgezeichnet.csv
grep Warnung: "$WORK/stderr" >>told
check "entered" status 0 answer --eintragen eins.csv zwei.csv drei.csv
grep Warnung: "$WORK/stderr" >>told
check "what is told" diff "$TOP/tests/fortschreibung/texts.err" told
check "it stays for good" grep -rq '<absatz bleibt="immer">An erster Stelle steht die Sprache' $NEW
check "it stays" grep -rq '<absatz bleibt="ja">Etwa' $NEW
check "anew" grep -rq '<absatz>Wer als Jugendliche &amp; Jugendlicher kommt, braucht mehr.</absatz>' $NEW
check "what cannot say so itself says it in a comment" grep -rq '<!-- Anmerkung aus drei.csv: bleibt: ja -->' $NEW
check "the Grußwort" grep -rq '<grusswort .*veraltet="ja" bleibt="ja">' $NEW
check "its remark" grep -rq '<!-- Anmerkung aus eins.csv: Das Foto ist neu -->' $NEW
check "the document holds" status 0 "$R" setzen "${with[@]}" -q --dump=blocks $NEW
check "still waiting" says 'Gilt das noch?' waiting
check "not for what was answered" \
	test "$(waiting | sed ':a;N;$!ba;s/\n  */ /g' | grep -c 'Fachbereich Jugend.*(1 Ausgangslage)')" = 1
check "checks know it" absent 'Sprache.*vor Kurzem' <("$R" pruefen "${with[@]}" --gegen $OLD $NEW 2>&1)

# the year after that
NEXT=content/beckum/probe-2022
check "the next edition" status 0 "$R" fortschreiben -q "${with[@]}" --von $NEW --nach $NEXT
check "for good" grep -rq '<absatz bleibt="immer">An erster Stelle' $NEXT
check "not for good" absent '<absatz bleibt="ja"' $NEXT/02-02-sprache.xml
check "the Grußwort is asked about again" grep -rq '<grusswort .*veraltet="ja">' $NEXT
check "sheets" status 0 "$R" stand -q "${with[@]}" --boegen neu $NEXT
check "what holds for good is not asked again" test -z "$(grep 'An erster Stelle' neu/*.csv)"
check "what held once is" grep -q 'zugewanderte Kinder besuchen' neu/bogen-fd-soziale-dienste.csv
# somebody changes what holds for good: then it is asked again, the year after
sed -i 's/An erster Stelle steht die Sprache/An erster Stelle steht heute die Sprache/' $NEXT/*.xml
LAST=content/beckum/probe-2024
check "another edition" status 0 "$R" fortschreiben -q "${with[@]}" --von $NEXT --nach $LAST
check "it changed" grep -rq '<absatz>An erster Stelle steht heute' $LAST
check "sheets" status 0 "$R" stand -q "${with[@]}" --boegen neuer $LAST
check "asked again" grep -q 'An erster Stelle steht heute' neuer/bogen-fb-jugend-soziales.csv

# figures of the past
sed -i 's/\(<kennzahl id="nationen".*\)veraltet="ja"/\1veraltet="ja" bleibt="immer"/' $LAST/konzept.xml
FAR=content/beckum/probe-2026 FARTHER=content/beckum/probe-2028
check "a figure for good" status 0 "$R" fortschreiben -q "${with[@]}" --von $LAST --nach $FAR
check "it is not outdated" grep -q '<kennzahl id="nationen".*bleibt="immer"' $FAR/konzept.xml
open_points() { "$R" stand --format json "${with[@]}" "$1" | python3 -c 'import json, sys
print([p["entschieden"] for p in json.load(sys.stdin)["aufgaben"] if p.get("id") == "nationen"])'; }
check "it is decided" equal "$(open_points $FAR)" "[True]"
sed -i '/<kennzahl id="nationen"/s/wert="[0-9]*"/wert="91"/' $FAR/konzept.xml
check "after a change" status 0 "$R" fortschreiben -q "${with[@]}" --von $FAR --nach $FARTHER
check "it is to be decided anew" equal "$(open_points $FARTHER)" "[False]"
