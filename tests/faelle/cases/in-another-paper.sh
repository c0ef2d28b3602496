# What one paper keeps from the public does not get out by another one: the same file as its Anlage or as the text of an
# Anlage, the paper itself under another id, the whole town under another name.
. "$TOP/tests/faelle/full-paper.sh"
STEP='gremium="rat" rolle="entscheidung" massgeblich="ja" datum="2100-05-05"'
W=$S/vorlage-w.xml
echo 'GEHEIMER Plan.' >$S/plan.txt
sed 's/Title/Titel/' $S/plan.pdf >$S/akte.pdf
echo 'GEHEIME Akte.' >$S/akte.txt
sed -i 's|<anlage [^>]*>|&<anlage datei="akte.pdf" titel="Akte" seiten="1" alternative="akte.txt" oeffentlich="nein"/>|
	s|ist lange frei|ist frei, siehe Anlage 2|' $V $S/mehr.xml
check "taken in" status 0 rs aufnehmen -q content/beckum/verzeichnis.xml $SESSION $V
check "released" status 0 rs freigeben -q $V
cp $V first.xml
# other ANLAGE: another paper with it
other() {
	paper w "$(step "$STEP")"
	sed -i "s|2026-01-02|2100-01-02|; s|<kosten>|<erlaeuterungen><absatz>Siehe Anlage 1.</absatz></erlaeuterungen>&|
		s|</vorlage>|<anlagen><anlage seiten=\"1\" titel=\"Skizze\" $1/></anlagen>&|" $W
	python3 - $W <<-'P'
		import re, sys
		text = open(sys.argv[1]).read()
		said = re.search('<erlaeuterungen>.*</erlaeuterungen>', text)[0]
		open(sys.argv[1], 'w').write(text.replace(said, '').replace('<anlagen>', said + '<anlagen>'))
	P
	check "$1: taken in" status 0 rs aufnehmen -q $W
}
# refused WHAT WHERE
refused() {
	check "$1: not released" status 1 rs freigeben -q $W
	check "$1: told" grep -q "vorlage-w.xml:[0-9]*: Fehler: .*(derselbe Inhalt wie $2)" "$WORK"/stderr
}
cp $S/akte.pdf $S/skizze.pdf
cp $S/akte.txt $S/skizze.txt
other 'datei="skizze.pdf"'
refused "its file" "v, beckum/sitzungen/neu/akte.pdf"
cp $S/plan.pdf $S/skizze.pdf
other 'datei="skizze.pdf" alternative="skizze.txt"'
refused "its text" "v, beckum/sitzungen/neu/akte.txt"
cp $S/plan.txt $S/skizze.txt
check "what is public there may be" status 0 rs freigeben -q $W
check "the first one is taken back" status 0 rs zurueckziehen -q $V --grund x
check "what was released may stay" status 0 rs freigeben -q $W
check "that one, too" status 0 rs zurueckziehen -q $W --grund x
cp $S/vorlage-w.xml $S/vorlage-x.xml
sed -i 's/ id="w"/ id="x"/; s/ nummer="[^"]*"//; s/Beschluss über w/Beschluss über den Platz/' $S/vorlage-x.xml
check "a third one" status 0 rs aufnehmen -q $S/vorlage-x.xml
W=$S/vorlage-x.xml
check "not released with it" status 1 rs freigeben -q $W
check "told" grep -q "vorlage-x.xml:.*Die Anlage skizze.pdf (derselbe Inhalt wie v, " "$WORK"/stderr
check "by the word for it" status 0 rs freigeben -q --wird-oeffentlich $W
check "from then on without" status 0 rs freigeben -q $W

# within the paper: its own hidden text as that of its public Anlage
cp first.xml $V
rm r.db $S/vorlage-[wx].xml
check "anew" status 0 rs aufnehmen -q content/beckum/verzeichnis.xml $SESSION $V
check "released" status 0 rs freigeben -q $V
mv $S/plan.txt t && mv $S/akte.txt $S/plan.txt && mv t $S/akte.txt
check "texts exchanged" status 1 rs aufnehmen -q $V
check "told" grep -q "Der Text plan.txt zur Anlage plan.pdf (derselbe Inhalt wie .*/akte.txt) war nicht" "$WORK"/stderr
mv $S/plan.txt t && mv $S/akte.txt $S/plan.txt && mv t $S/akte.txt

# the paper under another id
check "taken back" status 0 rs zurueckziehen -q $V --grund x
sed 's/ id="v"/ id="z"/; s/ nummer="[^"]*"//; s|<anlagen>.*</anlagen>||' $V >$S/vorlage-z.xml
sed -i 's/, wie Anlage 1 zeigt//; s/, siehe Anlage 2//' $S/mehr.xml
check "under another id" status 0 rs aufnehmen -q $S/vorlage-z.xml
check "not released" status 1 rs freigeben -q $S/vorlage-z.xml
check "told" grep -q "so heißt auch die Vorlage „2100/0001“, war zurückgezogen und würde öffentlich" "$WORK"/stderr
for f in bild.png zahlen.csv mehr.xml; do
	says=$(rs zurueckziehen $S/$f --grund x 2>&1)
	[ $f = mehr.xml ] || check "a part: $f" grep -q "$f: Fehler: Die Datei ist ein Teil von „2100/0001“" <<<"$says"
done

# the town under another name
cp -r "$TOP/templates" t && export RATSSATZ_GESTALTUNG=$PWD/t
mv t/beckum t/neustadt && mv content/beckum content/neustadt
grep -rl 'ort="beckum"' t/neustadt content | xargs sed -i 's/ort="beckum"/ort="neustadt"/'
check "another name of the town" status 3 rs aufnehmen -q content/neustadt/verzeichnis.xml
check "told once" equal "$(grep -c 'führt die Kommune „beckum“, deren Ordner es' "$WORK"/stderr)" 1
