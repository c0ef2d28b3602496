#!/usr/bin/env bash
# Suite: nothing non-public gets out: a session in which every non-public field holds a marked word (tests/gremien), all
# public outputs searched for them. The search itself is proved by files that leak one word per channel.
. "$(dirname "$0")/lib.sh"
words=$TOP/tests/gremien/geheim.txt
search() { python3 "$TOP/tests/leck.py" suche "$@"; }
cd "$WORK" || exit 1

# the search finds a word in each channel
mkdir leak
check "files that leak" python3 "$TOP/tests/leck.py" pdf leak leak.txt
search leak.txt leak >leak.found
while IFS=$'\t' read -r word channel file; do
	check "$word is found in $file ($channel)" grep -qxF "$channel	leak/$file	$word" leak.found
done <leak.txt
check "fifty channels" test "$(wc -l <leak.txt)" -ge 50

# the list of words is that of the sources; one more is packed in an Anlage, two come below
marked='geheimwort[0-9A-C][0-9]'
{
	grep -rhoai "$marked" "$TOP/tests/gremien/inhalt"
	find "$TOP/tests/gremien/inhalt" | grep -oi "$marked"
	printf 'GEHEIMWORT%s\n' A8 C1 C2
} | tr a-z A-Z | sort -u >in-sources
check "the list has the words of the sources" diff in-sources <(grep -oi "^$marked" "$words" | sort -u)

# the session, as a clerk brings it out
cp -r "$TOP/tests/gremien/inhalt" content
q=content/beckum/sitzungen/2023-06-21
with=(-q --gestaltung "$TOP/templates" --register r.db)
check "taken in" status 0 "$R" aufnehmen "${with[@]}" $q/*.xml
check "released" status 0 "$R" freigeben "${with[@]}" $q/vorlage-*.xml
check "issued" status 0 "$R" ausgeben "${with[@]}" -o ausgabe $q/vorlage-*.xml
check "an agenda" status 0 "$R" tagesordnung "${with[@]}" -o sitzung $q/sitzung.xml
check "announced" status 0 "$R" tagesordnung "${with[@]}" --bekanntgeben -o bekannt $q/sitzung.xml
mkdir json
check "the agenda as JSON" status 0 "$R" tagesordnung "${with[@]}" --json $q/sitzung.xml
cp stdout json/tagesordnung.json
check "the agenda as JSON has the items" grep -q OFFENWORT04 json/tagesordnung.json
# set by hand: of a public paper the same excerpt, of a session what is announced
mkdir gesetzt
check "set by hand" status 0 \
	"$R" setzen -q --deps --gestaltung "$TOP/templates" -o gesetzt $q/vorlage-sommerfest.xml $q/sitzung.xml
for f in docx odt; do
	check "set by hand, as $f" status 0 "$R" setzen -q --format $f --gestaltung "$TOP/templates" -o gesetzt \
		$q/vorlage-sommerfest.xml $q/sitzung.xml
done
made=gesetzt/.d/beckum-sitzungen-2023-06-21.pdf.d
check "what the agenda is made from is said" grep -q sitzung.xml $made
check "without a sum of what has a part for the house" absent '^# [0-9a-f]{64}' $made
# after the session: results, and an item withdrawn after the announcement
with+=(--inhalt content)
at=(--gremium integrationsrat --datum 2023-06-21)
export SOURCE_DATE_EPOCH=1700000000 # the session was
check "a public result" status 0 "$R" ergebnis "${with[@]}" "${at[@]}" 2023/0201 beschlossen --zusatz OFFENWORT06
check "a non-public result" status 0 \
	"$R" ergebnis "${with[@]}" "${at[@]}" 2023/0202 beschlossen --berichtigen --zusatz GEHEIMWORTC1
sed -i 's|<top id="punkt-geheimwort96"|& entfallen="ja" grund="GEHEIMWORTC2"|' $q/sitzung.xml
check "an agenda afterwards" status 0 "$R" tagesordnung "${with[@]}" -o danach $q/sitzung.xml

find ausgabe sitzung bekannt json gesetzt danach -type f | sort >files
grep -E '(-intern[.]pdf|^ausgabe/intern/[^/]*)$' files >internal
grep -vxFf internal files >public
mapfile -t files <files
printf 'OFFENWORT0%d\n' 1 2 3 4 5 6 >public-words
cat "$words" public-words >all-words
search all-words "${files[@]}" >found
in_files() { awk -F '\t' 'NR == FNR {f[$0]; next} $2 in f' "$1" found; }
for f in sitzung/bekanntmachung.pdf sitzung/mappe.pdf sitzung/sitzung.ics bekannt/mappe.pdf; do
	check "$f is there, and public" grep -qxF "$f" public
done

# nothing of it is in a public output; and the search does see what is public there
in_files public >outside
while IFS=$'\t' read -r word what how; do
	[[ $word == \#* ]] || check "$word is in no public output: $what" absent "	$word\$" outside
done <"$words"
check "and no other" bash -c "! grep -v OFFENWORT outside"
check "public words are found" diff public-words <(grep -o 'OFFENWORT.*' outside | sort -u)

# what is printed for the house does hold the words: they were there to leak
in_files internal >inside
for channel in rohbytes bytes zeichenketten text struktur angaben xmp anlage anlagename; do
	check "internal files: found in $channel" grep -q "^$channel	" inside
done
while IFS=$'\t' read -r word what how; do
	[ "$how" != gedruckt ] || check "$word is in the internal files: $what" grep -q "	$word\$" inside
done <"$words"

# What only the house is told stands in no source that is attached to anything public: comments, instructions to
# programs, reasons of Abweichungen, what an original said, what is to be filled in, notes of a speaker, where the
# schema lies.
mkdir haus
cp -r "$TOP/content" haus/content
# marked FILE…: with a word for each of them behind the root's start tag, or in it
marked() {
	python3 - "$@" <<-'P'
		import re, sys
		for path in sys.argv[1:]:
		    s = open(path).read()
		    at = s.index('>', re.search('<[a-z]', s).start())
		    where = ' xmlns:n="urn:HAUSWORT9"'
		    where += ' xmlns:w="http://www.w3.org/2001/XMLSchema-instance" w:schemaLocation="urn:x HAUSWORT1"'
		    inside = '<!-- HAUSWORT2 --><?werkzeug HAUSWORT3?>'
		    s = s[:at] + where + '>' + inside + s[at + 1:] + '<!-- HAUSWORT5 -->\n'
		    reason = '<abweichung code="SUMME" grund="HAUSWORT4"/>'
		    s = s.replace('</absatz>', ' <offen was="HAUSWORT6"/></absatz>' + reason, 1)
		    s = s.replace('<notizen>', '<notizen><absatz>HAUSWORT7 gesagt.</absatz>')
		    if 'code="ZEITBEDARF"' in s:
		        s = s.replace('laut-zeitbedarf="', 'laut-zeitbedarf="HAUSWORT8 ')
		    open(path, 'w').write(s)
	P
}
b=haus/content/beckum
# of the editions a part: poppler's time grows with the square of what stands there; with WEITE (make test-voll) all
[ -n "${WEITE:-}" ] || sed -i -E '/href="(02-0[2-9]|02-12|kurzfassung-(tr|uk))/d' \
	$b/integrationskonzept-201[89]/konzept.xml
marked $b/integrationskonzept-201[89]/konzept.xml $b/integrationskonzept-201[89]/*-*.xml \
	$b/bericht-*/bericht.xml $b/praesentation-*/praesentation.xml $b/sitzungen/2023-05-31/*.xml
export RATSSATZ_GESTALTUNG=$TOP/templates
for e in integrationskonzept-2018 bericht-integrationsmanagement-2023 praesentation-2024-02-22 \
	sitzungen/2023-05-31/vorlage-austausch.xml sitzungen/2023-05-31/sitzung.xml; do
	check "$e is set" status 0 "$R" setzen -q -o "haus/$(basename "$e" .xml).pdf" "$b/$e"
	check "$e as HTML" status 0 \
		"$R" setzen -q --format html -o "haus/$(basename "$e" .xml).html" "$b/$e"
	for f in docx odt; do
		check "$e as $f" status 0 "$R" setzen -q --format $f -o "haus/$(basename "$e" .xml).$f" "$b/$e"
	done
done
check "the Synopse" status 0 "$R" vergleiche -q -o haus/synopse.pdf $b/integrationskonzept-201[89]
check "the redline edition" status 0 "$R" vergleiche -q --redline -o haus/redline.pdf $b/integrationskonzept-201[89]
check "a handout, for the house" status 0 "$R" setzen -q --notizen -o haus/handzettel.pdf $b/praesentation-2024-02-22
printf 'HAUSWORT%d\n' 1 2 3 4 5 6 7 8 9 >haus/words
search haus/words haus/*.pdf haus/*.html haus/*.docx haus/*.odt >haus/all
grep -v 'HAUSWORT6$' haus/all >haus/found
check "none is in a public output" bash -c "! grep -v '	haus/handzettel.pdf	' haus/found"
grep '^anlage	.*[.]pdf	HAUSWORT6$' haus/all >haus/filled
check "what is to be filled in is in no attached source" bash -c "! grep -v '	haus/handzettel.pdf	' haus/filled"
for n in 1 2 3 4 5 6 7 9; do
	check "HAUSWORT$n is in what the house keeps" \
		grep -q "	haus/handzettel.pdf	HAUSWORT$n\$" haus/found haus/filled
done

# Pictures go out without their metadata, in PDF and HTML; the colour profile and the orientation stay.
mkdir -p bilder/content/beckum/bilder
cp content/beckum/verzeichnis.xml bilder/content/beckum/
python3 "$TOP/tests/leck.py" bilder bilder/content/beckum/bilder "$TOP/tests/golden/bilder"
for p in foto.jpg bild.png; do
	[ ! -e "$SPEC/faelle/angriff/$p" ] || cp "$SPEC/faelle/angriff/$p" "bilder/content/beckum/bilder/fremd-$p"
	[ -e "bilder/content/beckum/bilder/fremd-$p" ] || cp bilder/content/beckum/bilder/{,fremd-}$p
done
n=0
pictures=$(for p in foto.jpg bild.png fremd-foto.jpg fremd-bild.png plan.svg; do
	n=$((n + 1))
	printf '<abbildung id="b%d" datei="bilder/%s" alt="Bild"><titel>Bild</titel></abbildung>' $n $p
done)
sed "0,/<erlaeuterungen>/s|<erlaeuterungen>|&$pictures|" $q/vorlage-sommerfest.xml |
	sed '/<anlagen>/,/<\/anlagen>/d' >bilder/content/beckum/vorlage.xml
check "a paper with pictures" status 0 "$R" setzen -q -o bilder/v.pdf bilder/content/beckum/vorlage.xml
check "the same as HTML" status 0 "$R" setzen -q --format html -o bilder/v.html bilder/content/beckum/vorlage.xml
for f in docx odt; do
	check "the same as $f" status 0 "$R" setzen -q --format $f -o bilder/v.$f bilder/content/beckum/vorlage.xml
done
# as Anlagen, too, which are attached, handed over and lie on their own in OParl
annexes=$(for p in foto.jpg bild.png plan.svg; do
	printf '<anlage datei="bilder/%s" titel="%s" alternative="bilder/text.txt"/>' $p $p
done)
echo 'Ein Plan.' >bilder/content/beckum/bilder/text.txt
sed "/<anlagen>/,/<\/anlagen>/d; s|</vorlage>|<anlagen>$annexes</anlagen>&|" $q/vorlage-sommerfest.xml \
	>bilder/content/beckum/anlagen.xml
check "a paper with pictures as Anlagen" status 0 "$R" setzen -q -o bilder/a.pdf bilder/content/beckum/anlagen.xml
check "they are attached" test "$(pdfdetach -list bilder/a.pdf | grep -cE 'foto.jpg|bild.png|plan.svg')" = 3
pdfdetach -save 4 -o bilder/a.svg bilder/a.pdf
check "what is drawn stays" grep -q '<path d="M0 0L90 0L90 60Z"/></svg>' bilder/a.svg
printf 'BILDWORT%s\n' 1 2 3 4 5 6 7 8 9 A B C D E F G H I J K L M N O P Q R S T >bilder/words
printf '%s\n' ZQEXIF ZQJPEG ZQIPTC ZQXMP ZQHINTEN ZQPNG >>bilder/words
search bilder/words bilder/v.pdf bilder/v.html bilder/v.docx bilder/v.odt \
	bilder/a.pdf bilder/a.svg >bilder/found
check "no metadata of a picture goes out" diff /dev/null bilder/found
check "the pictures are whole, upright as before" python3 "$TOP/tests/leck.py" ganz bilder/v.html
finish
