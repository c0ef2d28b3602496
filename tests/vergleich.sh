#!/usr/bin/env bash
# Suite: two editions compared: known pairs, word for word. tests/vergleich/NAME holds alt.xml, neu.xml, erwartet.txt.
. "$(dirname "$0")/lib.sh"
export RATSSATZ_GESTALTUNG=$TOP/tests/vorlagen RATSSATZ_INHALT=$TOP/tests/inhalt

pair() { "$R" vergleiche "$1/alt.xml" "$1/neu.xml"; }
# has PATTERN, lacks PATTERN: the last output has it, has it not
has() { if grep -qE -- "$1" "$WORK/last"; then pass; else fail "what was said last has no $1"; fi; }
lacks() { if grep -qE -- "$1" "$WORK/last"; then fail "what was said last has $1"; else pass; fi; }
# no group row stands twice in the Synopse
once() {
	! "$R" vergleiche --dump vorlesen "$1/alt.xml" "$1/neu.xml" 2>&1 | grep '^ *Gruppe: ' | sort | uniq -d | grep .
}
read_out() { "$R" vergleiche --redline --dump vorlesen "tests/vergleich/$1/alt.xml" "tests/vergleich/$1/neu.xml"; }

E2018=content/beckum/integrationskonzept-2018 E2019=content/beckum/integrationskonzept-2019
beckum() { "$R" vergleiche -q --gestaltung templates --inhalt content "$@" $E2018 $E2019; }

pdfs=()
for p in tests/vergleich/*/; do
	p=${p%/}
	name=$(basename "$p")
	wanted "$name" || continue
	if [ -n "$record" ]; then
		pair "$p" >"$WORK/is" && recording "$p/erwartet.txt" "$WORK/is" || fail "$p"
		continue
	fi
	check "$p" pair "$p"
	check "$p: as expected" diff -u "$p/erwartet.txt" <(pair "$p" 2>&1)
	# the other way round and with itself: no crash, and nothing differs from itself
	check "$p backwards" "$R" vergleiche -q --redline -o "$WORK/$name-back.pdf" "$p/neu.xml" "$p/alt.xml"
	check "$p with itself" "$R" vergleiche "$p/alt.xml" "$p/alt.xml"
	has '^Kein Unterschied'
	check "$p Synopse" "$R" vergleiche -q -o "$WORK/$name-synopse.pdf" "$p/alt.xml" "$p/neu.xml"
	check "$p Änderungsfassung" \
		"$R" vergleiche -q --redline -o "$WORK/$name-aenderungen.pdf" "$p/alt.xml" "$p/neu.xml"
	check "$p each part has one group of rows" once "$p"
	pdfs+=("$WORK/$name-synopse.pdf" "$WORK/$name-aenderungen.pdf" "$WORK/$name-back.pdf")
done
[ -n "$CASE$record" ] && finish && exit
check "old and new are painted as they are read, a link is one stop" tests/order.py "${pdfs[@]}"

# what a screen reader says: the words stand in the reading order, and in the PDF's own structure
check "read out" read_out betrag-im-satz
has '−.gestrichen 11.000.Euro'
has '\+.eingefügt 15.000.Euro'
check "rows, read out" read_out zeile-eingefuegt
has 'Zeile eingefügt Bahnhof'
check "rows that are set no more stand where they stood" read_out erledigt-kostet-nichts
has '−.Zeile gestrichen Zeitbedarf: Umsetzung kurzfristig'
# rows: what came beside what went; sums of what costs less; a Handlungsfeld that names itself is what it was
check "rows that change together, read out" read_out zeilen-im-wechsel
cp "$WORK/last" "$WORK/rows.txt"
check "what came stands behind what went for it" python3 -c '
import sys
text, at = open(sys.argv[1]).read(), 0
for words in ("gestrichen Nord", "eingefügt Norden der Stadt", "gestrichen Anker", "eingefügt Altes Rathaus",
              "gestrichen Brücke", "eingefügt Bürgerhaus", "Ort: Chor", "gestrichen Süd", "eingefügt Südliche",
              "gestrichen Dorfhaus", "eingefügt Dach", "gestrichen Erle", "eingefügt Esche", "eingefügt Eiche",
              "Gruppe: West", "gestrichen Ziel: Alle finden", "eingefügt Ziel: Die Stadt", "verschoben",
              "gestrichen Finanzen", "eingefügt Finanzen", "gestrichen Zeitbedarf", "eingefügt Zeitbedarf",
              "gestrichen Wohnen", "eingefügt Bauen", "gestrichen Jeder kann umziehen",
              "eingefügt Jeder kann mieten", "Ziel: Kultur", "gestrichen 12.000 € + eingefügt 11.000 €"):
    text = text.replace("\u00a0", " ")
    assert words in text[at:], words
    at = text.index(words, at)
' "$WORK/rows.txt"
# the legend has no page of its own
pdftotext -f 2 -l 2 -layout "$WORK/summen-aenderungen.pdf" "$WORK/last"
has 'Vor jeder Änderung steht ihre Art als Wort'
has '^ *1 +Felder$'
check "sums, read out" read_out summen
has '−.Zeile gestrichen Summe je Jahr: 110.€'
has '−.Zeile gestrichen Summe: 300.€'
has '−.Zeile gestrichen Summe einmalig: 300.€'
has '−.gestrichen Summe$'
has '^ +Miete −.gestrichen \(davon.50.€ .*\): −.gestrichen 200.€ \+.eingefügt 220.€'
lacks 'geteilt|zusammengelegt'
check "a chapter moved, read out" read_out kapitel-verschoben
has 'verschoben von 2 Sprache'
lacks 'gestrichen Sprache'
# what is gone stands where it stood: behind what came before it
check "what is gone, read out" read_out teile-gestrichen
cp "$WORK/last" "$WORK/gone.txt"
check "what is gone stands in its place" python3 -c '
import sys
text, at = open(sys.argv[1]).read(), 0
for words in ("Überschrift 1: Inhalt", "verändert.", "gestrichen Ein eigener", "Viele Menschen", "Ort: Rathaus",
              "gestrichen Mühle", "Ort: Bücherei", "gestrichen Ehrenamt", "Überschrift 1: 3 Fazit",
              "gestrichen Kısa özet", "Überschrift 1: A Daten"):
    assert words in text[at:], words
    at = text.index(words, at)
' "$WORK/gone.txt"
# who reads the marks reads whole words: a blank before them, none before the full stop, an amount in Arabic as it runs
check "words less in a sentence, read out" read_out stelle-gekuerzt
has 'am Bahnhof −.gestrichen und in der Altstadt\.$'
has 'am Bahnhof −.gestrichen und am Markt\), und'
has 'schmal \+.eingefügt., und im Winter' # no line begins with a comma
has '^ +Finanzen: Tabelle'
has '\[deutsch\] −.gestrichen \[Ende\] \[deutsch\] 120\.000.€ \[Ende\]'
pdftotext -layout "$WORK/stelle-gekuerzt-synopse.pdf" "$WORK/last"
has '1 +Kanalweg  +–$'
lacks 'Begründung' # nobody gives a reason
has '–  +Die Ampeln sind lange rot'
pdftotext -layout "$WORK/ohne-kosten-synopse.pdf" "$WORK/last"
has 'Maßnahme +Änderung$' # no column that says nothing
has 'über 18 Jahren verfügen früh über die Grundbegriffe des Deutschen\. +geändert$'
check "nothing to say" read_out nur-trennung
lacks '(−|\+|»).{1,2}(gestrichen|eingefügt|verschoben)'
if command -v pdfinfo >/dev/null; then
	check struct-text pdfinfo -struct-text "$WORK/betrag-im-satz-aenderungen.pdf"
	has '"−.gestrichen "'
	has '"\+.eingefügt "'
	has 'TextDecorationType /LineThrough'
	has 'TextDecorationType /Underline'
else
	skip "structure of the PDF: pdfinfo is missing"
fi

# the Änderungsfassung says what it is, its legend first; its words can be read; what is split is told in words
F=../shared/faelle
check "Änderungsfassung" beckum --redline -o "$WORK/red.pdf"
check "its title" says 'Integrationskonzept · Änderungsfassung: Fassung' pdfinfo "$WORK/red.pdf"
pdftotext -f 1 -l 1 "$WORK/red.pdf" "$WORK/last"
has '^Änderungsfassung: Fassung 2018'
pdftotext -f 2 -l 2 "$WORK/red.pdf" "$WORK/last"
has 'Stadt Beckum · Änderungsfassung'
has 'Vor jeder Änderung steht ihre Art als Wort'
if [ -d $F ]; then
	w01() {
		"$R" vergleiche --redline -q --inhalt $F/content --gestaltung $F/templates "$@" \
			$F/content/feldstadt/w01-alt-2025 $F/content/feldstadt/w01-neu-2026
	}
	w01 --dump vorlesen >"$WORK/last" 2>&1
	has 'geteilt Zweiter Satz bleibt auch'
	lacks '¶'
	cp "$WORK/last" "$WORK/w01.txt"
	check "an item below an item stands where it stood" python3 -c '
import sys
text = open(sys.argv[1]).read()
at = [text.index(w) for w in ("– zwei", "zwei a", "zwei b", "– drei")]
assert at == sorted(at), at
' "$WORK/w01.txt"
	w01 --dump lines >"$WORK/last" 2>&1
	lacks 'Grad [1-7]\.[0-9]+ "[+−»]'
else
	skip "w01: ../shared is missing"
fi

# tables that nobody wrote (overviews, sums, data of charts) carry their marks, row by row; a whole table at its title
check "overviews, read out" read_out uebersichten
has 'Kosten: −.gestrichen 3.000.€ jährlich, davon.1.000.€'
has 'Summe, einmalig: −.gestrichen 12.500.€ \+.eingefügt 9.000.€'
has 'im Haushalt enthalten, jährlich: −.gestrichen 1.000.€ \+.eingefügt 2.500.€'
has '−.Zeile gestrichen Sprachschule'
has '\+.Zeile eingefügt Kammer'
has '\+.eingefügt Tabelle.3 · Maßnahmenplan'
has '\+.Zeile eingefügt 2019, Plätze: 20'
has '2017, Plätze: −.gestrichen 12 \+.eingefügt 13'
lacks '2016, Plätze: [^1]'
# the heads and group rows of a table that goes on, from right to left: nothing lies over anything else
for form in --ganz --redline; do
	"$R" vergleiche -q $form --dump lines tests/vergleich/uebersichten/{alt,neu}.xml >"$WORK/lines"
	check "no text on text, $form" tests/overlap.py <"$WORK/lines"
done

# what prints the same is unchanged, and nothing else is
cp -r tests/golden "$WORK/gleich"
check "unchanged is what prints the same" tests/vergleich/gleich.py "$R" "$WORK/gleich" templates tests/inhalt \
	"$WORK"/gleich/{bausteine,formen,bericht,kosten,leitsatz}.xml

# addresses in the Synopse are links, on both sides
qpdf --qdf --object-streams=disable "$WORK/adressen-synopse.pdf" - >"$WORK/last"
cp "$WORK/last" "$WORK/adressen.qdf"
grep -a '/URI (' "$WORK/adressen.qdf" | sort | uniq -c >"$WORK/last"
has '2 .*\(mailto:stadt@example\.org\)'
has '1 .*\(https://www\.example\.org/alt\)'
has '1 .*\(https://www\.example\.org/neu\)'
check "and nothing else is" test "$(wc -l <"$WORK/last")" -eq 3

# the Synopse of the example editions: what a council member needs on page 1, few pages, a reason once
check "Synopse 2018 to 2019" beckum -o "$WORK/beckum.pdf"
check "at most 18 pages" test "$(pdfinfo "$WORK/beckum.pdf" | sed -n 's/^Pages: *//p')" -le 18
pdftotext -f 1 -l 1 -layout "$WORK/beckum.pdf" "$WORK/last"
has '^ *Synopse Integrationskonzept · Fassung 2018 gegen Fassung 2019'
has '2.3 Jugendhilfe +geändert +640.000 Euro einmalig +715.000 Euro einmalig +bis 2021 +Die Baupreise'
has '^ *Summe einmalig +circa 690.000 Euro +circa 784.000 Euro +Unterschied \+94.000 Euro'
has '^ *Summe je Jahr '
pdftotext -layout "$WORK/beckum.pdf" "$WORK/last"
has 'Kurzfassung, arabisch +entfallen'
has '37.509 Menschen +November 2017 +37.720 Menschen +Juni 2019'
has '… Wie alt die Geflüchteten'
lacks 'Wie viele Menschen der Stadt in den einzelnen'
has 'wie.{1,2}vor'
# who copies it gets old and new apart, also where each is one line
pdftotext -raw "$WORK/beckum.pdf" "$WORK/last"
has '^mittelfristig, 5 Jahre$'
has '^langfristig, bis 2024$'
lacks '640.000 Euro einmalig 715.000 Euro'
pdftotext -layout "$WORK/beckum.pdf" "$WORK/last"
check "a reason once" test "$(grep -c 'Das Land hat geregelt' "$WORK/last")" -eq 1
beckum --ganz -o "$WORK/ganz.pdf"
pdftotext -layout "$WORK/ganz.pdf" "$WORK/last"
has 'Wie viele Menschen der Stadt in den'
has '^ *\(türkisch\) ' # a part that went whole is named, not its title
lacks '\([^ )]+\) +Titel'

# the other forms
B=tests/vergleich/betrag-im-satz
check HTML "$R" vergleiche -q -o "$WORK/s.html" $B/alt.xml $B/neu.xml
check "HTML ins" grep -q '<ins><span class="still">eingefügt: </span>' "$WORK/s.html"
check "HTML: the mark before a change is neither struck nor small" \
	grep -q '\.zeichen{display:inline-block;[^}]*font-size:\.85rem' "$WORK/s.html"
check "HTML: strong words in the weight whose letters the page has" grep -q '^strong{font-weight:600}' "$WORK/s.html"
check "HTML del" grep -q '<del><span class="still">gestrichen: </span>' "$WORK/s.html"
F=tests/vergleich/frist-und-posten
check JSON "$R" vergleiche -q -o "$WORK/s.json" $F/alt.xml $F/neu.xml
check "JSON: numbers and reason" python3 -c '
import json, sys
d = json.load(open(sys.argv[1]))
assert d["zusammenfassung"]["massnahmen"]["geaendert"] == 1
assert d["zusammenfassung"]["summen"]["einmalig"] == {"alt": 1000000, "neu": 1250000}
a = [x for x in d["aenderungen"] if x["feld"] == "Finanzen"][0]
assert a["grund"] == "Die Baupreise sind gestiegen." and a["teil"] == "wohnen"
assert {"art": "gestrichen", "text": "5.000\u00a0€"} in a["woerter"], a["woerter"]
' "$WORK/s.json"
sed 's|betrag="[0-9,]*"|betrag="9999999999999"|' $F/neu.xml >"$WORK/large.xml"
for form in txt json html pdf; do
	check "sums that are too large: $form" status 1 \
		"$R" vergleiche -q -o "$WORK/large.$form" $F/alt.xml "$WORK/large.xml"
	check "sums that are too large: no $form" test ! -e "$WORK/large.$form"
done
check "once more" "$R" vergleiche -q --redline -o "$WORK/twice.pdf" $B/alt.xml $B/neu.xml
check "the same bytes" cmp "$WORK/betrag-im-satz-aenderungen.pdf" "$WORK/twice.pdf"
check "one edition is too few" status 2 "$R" vergleiche $B/alt.xml
check "a folder as output" status 2 "$R" vergleiche -o "$WORK" $B/alt.xml $B/neu.xml
check "no Änderungsfassung as JSON" status 2 "$R" vergleiche --redline --format json $B/alt.xml $B/neu.xml
check "kinds that do not go together" status 3 "$R" vergleiche $B/alt.xml content/handbuch/handbuch.xml
check "a file that is not there" status 3 "$R" vergleiche $B/alt.xml "$WORK/gibtsnicht.xml"
V=content/beckum/sitzungen/2023-05-31/sitzung.xml
check "sessions are not compared" status 3 "$R" vergleiche --gestaltung templates --inhalt content $V $V
judged_by_verapdf "${pdfs[@]}"
finish
