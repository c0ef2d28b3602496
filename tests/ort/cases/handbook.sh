# The handbook as a course: every command and every example, in the order of the chapters, in an installed town that has
# nothing but what ort-anlegen gives it. What the text tells the reader to do by hand is done where it says so.
export SOURCE_DATE_EPOCH=1770163200        # 4 February 2026: the examples are of that spring
mkdir -p course bin pieces
ln -s "$R" bin/ratssatz
PATH=$PWD/bin:$PATH
pieces=$PWD/pieces
python3 "$TOP/tests/ort/handbook.py" "$TOP/content/handbuch/handbuch.xml" "$TOP/templates/schema/ratssatz.xsd" \
	pieces >steps
check "no piece of XML that no element may hold" absent '^wrong' steps
check "there are commands and documents" test "$(grep -c '^run' steps)" -gt 50 -a "$(grep -c '^file' steps)" -gt 1
cd course || exit
ratssatz ort-anlegen -q musterstadt "Stadt Musterstadt"
concept=content/neustadt/konzept/konzept.xml

by_hand() {
	case $1 in
	*'neu vorlage musterstadt'*)        # "Öffnen Sie die Datei": its own texts
		sed -i -e 's/Beschluss über das, worum es geht/Bänke im Park/' \
			-e 's/Hier steht, was es kostet\./Keine Kosten./' \
			-e 's/Hier steht, was.*soll\./Es gibt Bänke./' \
			-e 's/Hier steht, warum.*wird\./Es fehlen Bänke./' \
			content/musterstadt/sitzungen/*/vorlage-neu.xml ;;
	*'neu handlungsfeld neustadt'*)     # "In konzept.xml steht dann …"
		sed -i 's|</handlungsfeld>|&\n    <xi:include href="wohnen.xml"/>|' $concept ;;
	*'aufnehmen content/neustadt'*)     # "Ist alles fertig, wird daraus entwurf=nein"
		check "the draft is not taken further" status 1 ratssatz freigeben -q content/neustadt/konzept
		check "that is told" grep -q ENTWURF "$WORK/stderr"
		sed -i 's/entwurf="ja"/entwurf="nein"/' $concept ;;
	*'tagesordnung --bekanntgeben'*)    # the session was
		SOURCE_DATE_EPOCH=1772755200 ;;
	*'--drucksache 2026/0001 -o'*)      # "füllt eine Kopie des Formulars aus"
		python3 -c "
import sys, zipfile
z = zipfile.ZipFile('abgabe.zip')
open('quittung.csv', 'wb').write(z.read(next(n for n in z.namelist() if n.endswith('quittung.csv'))))" ;;
	esac
}

# A watch and a server end when they are told to.
ends() {
	case $1 in
	*' beobachten '* | *' oparl dienen '*)
		timeout -s INT 3 bash -c "${1/--port 8980/--port 0}" || test $? -eq 124 ;;
	*'--auftrag baum-pflanzen'*)       # no minutes of this town are signed, so nothing is to be done yet
		eval "$1" || test $? -eq 1 ;;
	*) eval "$1" ;;
	esac
}

while IFS=$'\t' read -r kind place what <&3; do
	case $kind in
	file)
		mkdir -p "$(dirname "${what#* }")"
		cp "../${what%% *}" "${what#* }" ;;
	run)
		if ends "$what" >"$WORK/stdout" 2>"$WORK/stderr"; then
			pass
		else
			fail "$place: $what"
			tail -n 5 "$WORK/stderr"
		fi
		by_hand "$what" ;;
	esac
done 3<"$pieces/../steps"
"$R" setzen -q --dump=vorlesen neustadt/content/neustadt/konzept >read 2>stderr
check "two Handlungsfelder" grep -q 'Überschrift 2: 2.2 Neues Handlungsfeld' read
check "issued" test -s neustadt/ausgabe/neustadt-konzept.pdf
judged_by_verapdf neustadt/ausgabe/*.pdf content/musterstadt/sitzungen/2026-03-05/ausgabe/*.pdf
