# Minutes of others: as text, as tables of a council system, as a Bavarian Protokoll, as Markdown. Who was there, items,
# decisions, votes, signatures; what is not understood stays as a remark at its place.
over() { "$R" uebernehmen "${IN[@]}" -q --ort "$1" -o "$2" "${@:3}"; }
for what in hohenfeld:niederschrift:niederschrift.txt hohenfeld:niederschrift-tabellen:niederschrift-tabellen.html \
	hohenfeld:protokoll:protokoll.txt beckum:ausschuss:ausschuss.md; do
	IFS=: read -r ort name file <<<"$what"
	check "$name is taken over" status 0 over "$ort" "$name" --art niederschrift "$HERE/original/$file"
	check "$name: what it becomes" as_before "$name"
	check "$name sets" status 0 "$R" setzen "${IN[@]}" -q -o x.pdf "$name/niederschrift.xml"
done
check "our own as .docx" status 0 "$R" setzen "${IN[@]}" -q --format docx -o unsere.docx \
	"$TOP/content/hohenfeld/sitzungen/2026-03-19/niederschrift.xml"
check "without their source" python3 "$TOP/tests/bare.py" unsere.docx
check "come back" status 0 over hohenfeld niederschrift-docx --art niederschrift unsere.docx
check "as minutes" as_before niederschrift-docx
for name in niederschrift protokoll; do check "$name: each word once" words "$name"; done
check "without a word, minutes are known by their front" status 0 \
	over hohenfeld von-selbst "$HERE/original/niederschrift.txt"
check "they are the same" cmp niederschrift/niederschrift.xml von-selbst/niederschrift.xml
check "the agenda is left out by its rule" told niederschrift \
	'{w["regel"] for w in j["weggelassen"]} == {"Tagesordnung"}'

# votes, as people write them
votes() {
	cat <<-'X'
		Abstimmungsergebnis: einstimmig => einstimmig
		Abstimmungsergebnis: Einstimmig bei drei Enthaltungen => einstimmig-enthaltung enthaltung=3
		Abstimmungsergebnis: 12 Ja, 3 Nein, 1 Enthaltung => mehrheitlich ja=12 nein=3 enthaltung=1
		mit 12 Ja-, 3 Nein-Stimmen, 1 Enthaltung => mehrheitlich ja=12 nein=3 enthaltung=1
		Ja: 12 Nein: 3 Enthaltungen: 0 => mehrheitlich ja=12 nein=3 enthaltung=0
		Ja-Stimmen 4, Nein-Stimmen 9, Enthaltungen 2 => abgelehnt ja=4 nein=9 enthaltung=2
		Abstimmung: 7 : 5 => mehrheitlich ja=7 nein=5 enthaltung=0
		Abstimmungsergebnis: mehrheitlich bei einer Gegenstimme => mehrheitlich nein=1
		Der Beschluss erfolgte einstimmig. => einstimmig
		Der Antrag wird mit 5 gegen 8 Stimmen abgelehnt. => abgelehnt ja=5 nein=8 enthaltung=0
		geheime Abstimmung: 9 Ja, 2 Nein, keine Enthaltung => mehrheitlich art=geheim ja=9 nein=2 enthaltung=0
		Abstimmungsergebnis: 12 dafür, 0 dagegen => einstimmig ja=12 nein=0
	X
}
{
	printf 'Niederschrift\n\nSitzung des Rates am 3. März 2026\n\nBeginn: 18:00 Uhr\n\n'
	votes | sed 's/ => .*//' | while read -r line; do
		i=$((i + 1))
		printf 'TOP %s: Punkt Nummer %s\n\nBeschluss: So wird es.\n\n%s\n\n' "$i" "$i" "$line"
	done
} >stimmen.txt
check "votes of all kinds" status 0 over hohenfeld stimmen --art niederschrift stimmen.txt
sed -n 's|.*<abstimmung ergebnis="\(.*\)"/>.*|\1|p' stimmen/niederschrift.xml | sed 's/"//g' >are
votes | sed 's/.* => //' >shall
check "are what they say" diff shall are

# somebody who came late or left early, as people write it
left_early() {
	cat <<-'X'
		bis TOP 2 => bis-top="zwei"
		bis einschließlich TOP 2 => bis-top="zwei"
		bis einschl. TOP 2 => bis-top="zwei"
		bis zum TOP 2 => bis-top="zwei"
		(bis zu TOP 2 einschließlich) => bis-top="zwei"
		bis inklusive Tagesordnungspunkt 2 => bis-top="zwei"
		ab einschließlich TOP 2 => ab-top="zwei"
		ab TOP 1 bis einschließlich TOP 2 => ab-top="eins" bis-top="zwei"
		bis 18:20 Uhr => bis="18:20"
	X
}
{
	printf 'Niederschrift\n\nSitzung des Rates am 3. März 2026\n\nBeginn: 18:00 Uhr\n\nAnwesend:\n\n'
	left_early | sed 's/ => .*//' | while read -r line; do
		i=$((i + 1))
		printf 'Anna Adler%s %s\n\n' "$(tr 1-9 a-i <<<"$i")" "$line"
	done
	printf 'TOP 1: Eins\n\nText.\n\nTOP 2: Zwei\n\nText.\n'
} >bis.txt
check "people who left" status 0 over hohenfeld bis --art niederschrift bis.txt
sed -n 's|.*<teilnahme name="Anna Adler[a-i]" \(.*\)/>.*|\1|p' bis/niederschrift.xml >are
check "until when" diff <(left_early | sed 's/.* => //') are

printf 'Niederschrift\n\nÜber eine Sitzung des Rates\n\nAnwesend: Anna Adler\n\nTOP 1: Haushalt\n' >ohne-tag.txt
printf 'Niederschrift\n\nSitzung des Rates am 3. März 2026\n\nBeginn: 18 Uhr\n\nTOP 1: Haushalt\n\n' >zwei.txt
printf 'Beschluss:\n\nErstens.\n\nZweitens.\n\nBeschluss:\n\nDrittens.\n\nViertens.\n\neinstimmig\n' >>zwei.txt
check "two decisions of two paragraphs" status 0 over hohenfeld zwei --art niederschrift zwei.txt
check "set" status 0 "$R" setzen "${IN[@]}" -q -o x.pdf zwei/niederschrift.xml

# what is missing
check "without a day" status 0 over hohenfeld ohne-tag --art niederschrift ohne-tag.txt
check "they are a report" test -e ohne-tag/bericht.xml
check "which is said" told ohne-tag 'any("Kein Tag einer Sitzung" in v["text"] for v in j["vermutungen"])'
sed 's/Über eine Sitzung des Rates/& am 3. März 2026/' ohne-tag.txt >ohne-beginn.txt
check "without a beginning" status 0 over hohenfeld ohne-beginn --art niederschrift ohne-beginn.txt
check "they set as a draft" status 0 "$R" setzen "${IN[@]}" -q -o x.pdf ohne-beginn/niederschrift.xml
sed -i 's/ entwurf="ja"//' ohne-beginn/niederschrift.xml
check "and as no more than a draft" says "Der Beginn der Sitzung fehlt" \
	"$R" pruefen "${IN[@]}" ohne-beginn/niederschrift.xml
for name in ohne-beginn zwei; do
	python3 -c '
import json, sys
for v in json.load(open(sys.argv[1] + "/uebernahme.json"))["vermutungen"]:
    print(v["sicherheit"], v["text"], sep=": ")' $name
done >is
recording "$HERE/luecken.err" is || check "and said" diff "$HERE/luecken.err" is
