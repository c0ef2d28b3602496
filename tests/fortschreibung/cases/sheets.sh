# Sheets for each office, and what comes back: shown, entered with care, refused where it contradicts.
day() { export SOURCE_DATE_EPOCH=$(date -u -d "$1" +%s); }
day 2020-03-02
check "sheets" status 0 "$R" stand -q "${with[@]}" --boegen boegen $NEW
one=boegen/bogen-fd-personal
check "a form, a table, a draft of an e-mail" test -e $one.html -a -e $one.csv -a -e $one.eml
check "an office a sheet" equal "$(ls boegen/*.csv | wc -l)" "$(ls boegen/*.html | wc -l)"
check "the form is well-formed enough to be read, and each field has its label" python3 - <<'P'
import glob, html.parser
class Form(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.ids, self.labels, self.stack = [], [], []
    def handle_starttag(self, tag, attrs):
        a = dict(attrs)
        if tag in ('input', 'select', 'textarea'):
            self.ids.append(a['id'])
        if tag == 'label':
            self.labels.append(a['for'])
        if tag not in ('input', 'meta'):
            self.stack.append(tag)
    def handle_endtag(self, tag):
        assert self.stack.pop() == tag, tag
for name in glob.glob('boegen/*.html'):
    f = Form()
    f.feed(open(name, encoding='utf-8').read())
    assert f.ids and not f.stack and sorted(f.ids) == sorted(f.labels) and len(set(f.ids)) == len(f.ids), name
P
check "an e-mail with both" python3 - <<'P'
import email, email.policy
m = email.message_from_binary_file(open('boegen/bogen-fd-personal.eml', 'rb'), policy=email.policy.default)
got = [a.get_filename() for a in m.iter_attachments()]
assert got == ['bogen-fd-personal.html', 'bogen-fd-personal.csv'], got
assert list(m.iter_attachments())[1].get_content() == open('boegen/bogen-fd-personal.csv', 'rb').read().decode() \
    or list(m.iter_attachments())[1].get_payload(decode=True) == open('boegen/bogen-fd-personal.csv', 'rb').read()
P
waiting() { "$R" stand "${with[@]}" --offen-seit "$1" $NEW; }
check "not yet" says "Nichts wartet" waiting 14
day 2020-03-20
check "after a fortnight" says "02.03.2020  Fachdienst Personal: " waiting 14
check "made again, the first day counts" status 0 "$R" stand -q "${with[@]}" --boegen boegen $NEW
check "still waiting" says "02.03.2020  Fachdienst Personal: " waiting 14
# fill SHEET TO COLUMN=VALUE…: the first row of a Massnahme, filled in
fill() {
	python3 - "$@" <<'P'
import csv, sys
rows = list(csv.reader(open(sys.argv[1], encoding='utf-8'), delimiter=';'))
at = next(i for i, r in enumerate(rows) if r[1] == 'massnahme')
for pair in sys.argv[3:]:
    name, value = pair.split('=', 1)
    rows[at][rows[0].index(name)] = value
csv.writer(open(sys.argv[2], 'w', encoding='utf-8-sig'), delimiter=';').writerows(rows)
P
}
answer() { "$R" antworten "${with[@]}" "$@"; }
if command -v chromium chromium-browser google-chrome >/dev/null; then
	check "filled in there" python3 "$TOP/tests/fortschreibung/there.py" $one.html aus-dem-browser.csv
	check "what was meant" equal "$(answer aus-dem-browser.csv 2>&1 | sed -n 's/ (aus-dem[^()]*)$//p')" \
		'massnahme m-kompetenz: status="geaendert"' \
		'massnahme m-kompetenz: grund="Es wird „teurer“; "viel" & mehr"' \
		'massnahme m-kompetenz: betrag="9500,50"' 'massnahme m-kompetenz: anmerkung="Danke und Gruß"'
else
	skip "a form filled in in the browser: Chromium is missing"
fi
sums $NEW >before
fill $one.csv gut.csv status=laeuft 'grund=Der Kurs läuft & wächst' 'anmerkung=Danke -- bis bald'
check "shown first" says 'status="laeuft"' answer gut.csv
check "and not written" diff before <(sums $NEW)
refused() {
	check "$1" says "[ANTWORT]" answer --eintragen "${@:2}"
	grep -h ': Fehler: ' "$WORK/stderr" >>told
	check "$1: nothing is written" diff before <(sums $NEW)
}
fill $one.csv falsch.csv status=fertig
refused "no such state" falsch.csv
fill $one.csv falsch.csv status=entfallen
refused "no reason" falsch.csv
fill $one.csv falsch.csv wert=12
refused "a value where none is" falsch.csv
fill $one.csv falsch.csv status=laeuft stichtag=gestern
refused "not a day" falsch.csv
fill $one.csv falsch.csv status=laeuft bleibt=vielleicht
refused "neither yes nor no" falsch.csv
fill $one.csv falsch.csv status=laeuft id=gibt-es-nicht
refused "an unknown one" falsch.csv
fill $one.csv falsch.csv status=laeuft ausgabe=beckum/konzept-1999
refused "another edition" falsch.csv
fill $one.csv falsch.csv status=unveraendert
refused "two that say different things" gut.csv falsch.csv
printf 'a;b\n1;2\n' >falsch.csv
refused "no sheet" falsch.csv
refused "the form itself" $one.html
# figure COLUMN=VALUE…: the first row of a Kennzahl, filled in
figure() {
	sed 's/"massnahme"/"war"/; 0,/"kennzahl"/s//"massnahme"/' $one.csv >zahl.csv
	fill zahl.csv falsch.csv "$@" art=kennzahl
	sed -i '/;war;/d' falsch.csv
}
figure wert=47
refused "a new value of the old day" falsch.csv
figure wert=47 stichtag=2010
refused "of a day before that" falsch.csv
figure wert=47 stichtag=2031-05
refused "of a day to come" falsch.csv
figure wert=47 stichtag=2020-01
check "of a day between" status 0 answer falsch.csv
sed '1s/\r*$/;"Mein Feld"/; 2s/\r*$/;"Ruft an!"/' $one.csv >mehr.csv
# as Windows saves a table: what its code page lacks is no answer, what was written is what was meant
saved() {
	fill $one.csv gut.csv status=laeuft 'grund=Für Übergänge „läuft“ es'
	python3 -c 'import sys; t = open("gut.csv", encoding="utf-8-sig").read()
open("fremd.csv", "wb").write(t.encode(sys.argv[1], "replace"))' "$1"
	check "$1" says 'grund="Für Übergänge „läuft“ es"' answer fremd.csv
	check "$1: nothing else" equal "$(answer fremd.csv 2>&1 | grep -c '="')" 2
}
saved cp1252
saved utf-16
fill $one.csv gut.csv status=laeuft 'grund=Der Kurs läuft & wächst' 'anmerkung=Danke -- bis bald'
printf 'ausgabe;art;id\n\0\0\0\n' >falsch.csv
refused "no text" falsch.csv
fill $one.csv falsch.csv status=laeuft frist-neu=31.02.2027
refused "a deadline that is no day" falsch.csv
check "is told once" equal "$(grep -c '31' "$WORK/stderr")" 1
fill $one.csv falsch.csv status=laeuft frist-neu=31.12.2027
check "a day says its year" says 'frist-neu: 2027' answer falsch.csv
sed 's/;"\?massnahme"\?;/;;/' gut.csv >falsch.csv
refused "no kind" falsch.csv
check "a column of one's own is told" says "Spalte „Mein Feld“ gehört nicht zum Bogen: „Ruft an!“" answer mehr.csv
grep -h ANTWORTTEXT "$WORK/stderr" >>told
python3 <<'X'
import csv
for lost in ('wortlaut',), ('wortlaut', 'grund'):
    rows = list(csv.reader(open('gut.csv', encoding='utf-8-sig'), delimiter=';'))
    for at in [rows[0].index(name) for name in lost]:
        rows = [r[:at] + r[at + 1:] for r in rows]
    csv.writer(open(f'ohne-{len(lost)}.csv', 'w', encoding='utf-8-sig'), delimiter=';').writerows(rows)
X
for k in 1 2; do
	check "columns that somebody took out are told: $k" says '„wortlaut“; was die Stelle' answer ohne-$k.csv
	grep -h ANTWORTTEXT "$WORK/stderr" >>told
done
fill $one.csv mehr.csv status=laeuft 'partner=Etwas ganz anderes'
check "what only informs is told" says "[ANTWORTTEXT]" answer mehr.csv
check "entered" status 0 answer -q --eintragen gut.csv
check "as it was said" grep -rq 'status="laeuft" grund="Der Kurs läuft &amp; wächst"' $NEW
check "with the remark" grep -rq '<!-- Anmerkung aus gut.csv: Danke -  *bis bald -->' $NEW
check "the same again changes nothing but the remark" status 0 answer -q gut.csv
fill $one.csv falsch.csv status=entfallen grund=anders
sums $NEW >before
refused "decided otherwise already" falsch.csv
check "the next edition does not take the note along" status 0 \
	"$R" fortschreiben -q "${with[@]}" --von $NEW --nach content/beckum/probe-2022
check "no note" test ! -e content/beckum/probe-2022/boegen.csv
fill $one.csv falsch.csv status=laeuft wert=x
answer falsch.csv 2>>told >/dev/null
answer mehr.csv 2>&1 >/dev/null | grep Warnung: >>told
sed -i 's/"massnahme";"\([^"]*\)"/"diagramm";"\1"/' mehr.csv
"$R" stand "${with[@]}" --offen-seit bald $NEW 2>>told
python3 - <<'P'
import csv
rows = list(csv.reader(open('boegen/bogen-fb-jugend-soziales.csv', encoding='utf-8'), delimiter=';'))
at = next(i for i, r in enumerate(rows) if r[1] == 'stand')
rows[at][rows[0].index('anmerkung')] = 'Wann?'
csv.writer(open('stand.csv', 'w', encoding='utf-8'), delimiter=';').writerows(rows)
P
check "a remark on what has no id" status 0 answer -q --eintragen stand.csv
check "stands behind it" grep -q '<!-- Anmerkung aus stand.csv: Wann? -->' $NEW/konzept.xml
check "what is told" diff "$TOP/tests/fortschreibung/sheets.err" told

# the forms in the browser; they carry no fonts, as they go out by e-mail
if ! command -v chromium chromium-browser google-chrome >/dev/null; then
	skip "axe-core: Chromium is missing"
elif ! axe=$("$TOP/tests/axe.sh" 2>axe.log); then
	skip "axe-core: $(tail -n 1 axe.log)"
else
	python3 "$TOP/tests/browser.py" "$axe" boegen/*.html >browser.log 2>&1
	check "nothing for axe-core" equal "$(grep '^FAULT' browser.log | grep -v 'no font of its own')" ""
	check "all forms were looked at" equal "$(ls boegen/*.worte | wc -l)" "$(ls boegen/*.html | wc -l)"
fi
