#!/usr/bin/env bash
# Suite: A third town: ort-anlegen, and the handbook's tutorial followed step by step in an empty folder.
cd "$(dirname "$0")/.." || exit 1
. tests/gemeinsam.sh
rc() { local want=$1; shift; "$@" >"$WERK/aus" 2>"$WERK/ein"; local got=$?; [ $got -eq "$want" ] || { echo "Rückgabewert $got statt $want: $*"; cat "$WERK/ein"; return 1; }; }
meldet() { grep -q -- "$1" "$WERK/ein"; }
R=$(realpath "$R")

pruefe "ort-anlegen" rc 0 "$R" ort-anlegen --unter "$WERK/probe" musterstadt
pruefe "sagt, wie es weitergeht" meldet "ratssatz setzen -o musterstadt.pdf $WERK/probe/content/musterstadt/konzept"
konzept=$WERK/probe/content/musterstadt/konzept
pruefe "pruefen schweigt" bash -c "'$R' pruefen -q --streng '$konzept' >'$WERK/stumm' 2>&1 && ! [ -s '$WERK/stumm' ]"
pruefe "setzen, von überall" bash -c "cd / && '$R' setzen -q -o '$WERK/probe.pdf' '$konzept'"
pruefe "setzen mit genannten Ordnern" rc 0 "$R" setzen -q --vorlagen "$WERK/probe/templates" --inhalt "$WERK/probe/content" -o "$WERK/gleich.pdf" "$konzept"
pruefe "dieselben Bytes" cmp "$WERK/probe.pdf" "$WERK/gleich.pdf"
pruefe "HTML" rc 0 "$R" setzen -q --format html -o "$WERK/probe.html" "$konzept"
cp -r "$WERK/probe" "$WERK/vorher"
pruefe "noch einmal: nichts angelegt" rc 2 "$R" ort-anlegen --unter "$WERK/probe" musterstadt
pruefe "noch einmal: die Meldung" meldet "gibt es schon"
rm -r "$WERK/probe/templates"
pruefe "halb da: nichts angelegt" rc 2 "$R" ort-anlegen --unter "$WERK/probe" musterstadt
pruefe "alles wie vorher" diff -r "$WERK/vorher/content" "$WERK/probe/content"
pruefe "halb da: nichts dazu" test ! -e "$WERK/probe/templates"
pruefe "mitgelieferte Namen sind vergeben" rc 2 "$R" ort-anlegen --unter "$WERK/probe" beckum
pruefe "Umlaut: wie es richtig heißt" bash -c "'$R' ort-anlegen --unter '$WERK/probe' 'Bad Köstritz' 2>&1 | grep -q 'bad-koestritz'"
for faul in '' - ../x Köln 'a b' a/b; do
	pruefe "kein Kürzel: „$faul“" rc 2 "$R" ort-anlegen --unter "$WERK/faul" "$faul"
done
pruefe "Name mit spitzer Klammer" rc 2 "$R" ort-anlegen --unter "$WERK/faul" x 'Stadt <X>'
pruefe "nichts davon angelegt" test ! -e "$WERK/faul"
pruefe "Ordner, in den niemand schreiben kann" rc 3 "$R" ort-anlegen --unter /dev/null/x musterstadt

# The tutorial: its commands as they stand, its line of XML where it says.
mkdir -p "$WERK/lehrgang/bin"
ln -s "$R" "$WERK/lehrgang/bin/ratssatz"
python3 - content/handbuch/06-vorlagen.xml >"$WERK/lehrgang/schritte" <<'P'
import sys
import xml.etree.ElementTree as E
N = "{urn:ratssatz:1}"
part = next(a for a in E.parse(sys.argv[1]).iter(N + "abschnitt") if a.get("id") == "neuer-ort")
for q in part.iter(N + "quelltext"):
    for line in q.text.splitlines():
        print(q.get("art"), line, sep="\t")
P
k=content/musterstadt/konzept/konzept.xml
while IFS=$'\t' read -r art zeile <&3; do
	[[ $zeile == *freigeben* ]] && pruefe "Lehrgang: der Entwurf wird nicht freigegeben" rc 1 "$R" freigeben -q "$WERK/lehrgang/content/musterstadt/konzept" && pruefe "Lehrgang: gesagt" meldet ENTWURF
	[[ $zeile == *freigeben* ]] && sed -i 's/entwurf="ja"/entwurf="nein"/' "$WERK/lehrgang/$k"
	if [ "$art" = xml ]; then
		pruefe "Lehrgang: $zeile" python3 - "$WERK/lehrgang/$k" "$zeile" <<-'P'
			import sys
			s = open(sys.argv[1], encoding="utf-8").read()
			assert s.count("</handlungsfeld>") == 1
			open(sys.argv[1], "w", encoding="utf-8").write(s.replace("</handlungsfeld>", "</handlungsfeld>\n    " + sys.argv[2]))
		P
	else
		pruefe "Lehrgang: $zeile" bash -c "cd '$WERK/lehrgang' && PATH='$WERK/lehrgang/bin':\$PATH && $zeile"
	fi
done 3<"$WERK/lehrgang/schritte"
pruefe "Lehrgang: zwei Handlungsfelder im Entwurf" bash -c "'$R' setzen -q --dump=vorlesen '$WERK/lehrgang/$k' 2>/dev/null | grep -q 'Überschrift 2: 2.2 Neues Handlungsfeld'"
pruefe "Lehrgang: ausgegeben" test -s "$WERK/lehrgang/ausgabe/musterstadt-konzept.pdf"
[ -s "$WERK/probe.pdf" ] && pdfs=("$WERK/probe.pdf" "$WERK"/lehrgang/ausgabe/*.pdf)
tests/verapdf.sh "${pdfs[@]}" >"$WERK/verapdf.log" 2>&1
case $? in
0) gut ;;
77) aus "veraPDF: $(tail -n 1 "$WERK/verapdf.log")" ;;
*) schlecht "veraPDF"; head -n 20 "$WERK/verapdf.log" ;;
esac
schluss
