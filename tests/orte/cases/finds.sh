# What five invented towns could not say when their papers were typed with the handbook alone: each is said now.

# the kuerzel of a kind goes into its number, which is counted by kind
look '<vorlagenart name="antrag" wort="Antrag" kuerzel="AN"/><vorlagenart name="anfrage" wort="Anfrage" kuerzel="AF"/>'
rules '<regel name="drucksache-muster" wert="@ ###/JJJJ"/><regel name="drucksache-teile" wert="art zaehler"/>
<regel name="drucksache-zaehler" wert="jahr art"/>'
for p in a b c; do paper $p 2026-01-20 bauen ''; done
sed -i 's|<titel>.*|&<verfasser name="Fraktion Mitte"/>|' content/heide/papiere/vorlage-[abc].xml
sed -i 's/beschlussvorlage/antrag/' content/heide/papiere/vorlage-[ab].xml
sed -i 's/beschlussvorlage/anfrage/' content/heide/papiere/vorlage-c.xml
check "taken in" status 0 rs aufnehmen -q content/heide/papiere/vorlage-[abc].xml
check "numbers by kind" equal "$(number_of a) $(number_of b) $(number_of c)" "AN 001/2026 AN 002/2026 AF 001/2026"
check "called what it is" \
	says "Antrag AN 001/2026" "$R" setzen -q --dump=vorlesen content/heide/papiere/vorlage-a.xml
check "nowhere a Vorlage" absent 'Vorlage AN' stdout
check "one resolution stands by itself" absent Sachentscheidung stdout
paper d 2026-01-20 bauen ''
look '<vorlagenart name="wunsch" wort="Wunsch"/>'
sed -i 's/beschlussvorlage/wunsch/' content/heide/papiere/vorlage-d.xml
check "a kind without one" says 'keine Nummer bilden: es fehlt das kuerzel der Vorlagenart' \
	rs aufnehmen content/heide/papiere/vorlage-d.xml

# which bodies it is for brings a paper onto agendas, though its kind does not print them
look '<vorlagenart name="wunsch" wort="Wunsch"><feld art="erlaeuterungen"/></vorlagenart>'
check "consultations that are not printed" says 'das Feld „beschlussvorschlag“ nicht' \
	"$R" pruefen content/heide/papiere/vorlage-d.xml
check "are not said to be nowhere" absent beratungsfolge "$WORK/stderr"

# who decides has the last word, others may be told after it
rules ''
step() {
	paper f 2026-01-20 bauen ''
	sed -i "s|<beratung .*|$1|" content/heide/papiere/vorlage-f.xml
	"$R" pruefen content/heide/papiere/vorlage-f.xml
}
check "decided, then told" status 0 step \
	'<beratung gremium="bauausschuss" rolle="entscheidung"/><beratung gremium="rat" rolle="kenntnisnahme"/>'
check "prepared last" says "[FOLGE]" step \
	'<beratung gremium="bauausschuss" rolle="entscheidung"/><beratung gremium="rat" rolle="vorberatung"/>'

# one colour that is too light is told as that colour, with one that would do, which does
look '<farbe name="akzent" rgb="20 90 60"/>'
check "too light" says 'Farbe „akzent“ hat gegen „mitte“' "$R" pruefen content/heide/verzeichnis.xml
better=$(sed -n 's/.*zum Beispiel \(rgb="[0-9 ]*"\).*/\1/p' "$WORK/stderr" "$WORK/stdout" | head -n 1)
check "with a better one" test -n "$better"
check "also of several documents" says 'Farbe „akzent“ hat gegen „mitte“' \
	"$R" pruefen --kerne 2 content/heide/{verzeichnis,papiere/vorlage-a,papiere/vorlage-b}.xml
look "<farbe name=\"akzent\" $better/>"
check "which does" status 0 "$R" pruefen content/heide/verzeichnis.xml
look '<wort name="einwohnerfragen">Fragen</wort>'
check "half a name is found" \
	says 'gemeint ist vielleicht „top-einwohnerfragen“' "$R" pruefen content/heide/verzeichnis.xml

# places of the town are known words
look ''
directory '<ortsteil name="Alt Wustrow"/>'
paper w 2026-01-20 bauen '' \
	'<erlaeuterungen><absatz>Wustrow wächst. Die Wustrower freuen sich.</absatz></erlaeuterungen>'
check "a place" absent Wustrow <("$R" pruefen --rechtschreibung content/heide/papiere/vorlage-w.xml 2>&1)

# several papers at an item: by a title together, or each by its own
rm -f r.db* content/heide/papiere/*
S=content/heide/papiere/sitzung.xml
for p in a b; do paper $p 2026-01-20 bauen ''; done
sed -i 's|rolle="entscheidung"/>|datum="2026-02-20" rolle="entscheidung"/>|' content/heide/papiere/vorlage-*.xml
sed -i 's/Ein neuer Weg am Bach/Eine Brücke/' content/heide/papiere/vorlage-b.xml
session() {
	cat >$S <<END
$HEAD
<sitzung $MARKS id="rat-1" gremium="rat" datum="2026-02-20" beginn="18:00">
  <angaben><sitzungsort name="Rathaus"/><vorsitz amt="Bürgermeisterin"/><bekanntmachung datum="2026-02-06"/></angaben>
  <tagesordnung>
  <teil art="oeffentlich"><top id="zwei" vorlage="2026/0001">$1<drucksache nummer="2026/0002"/></top></teil>
  <teil art="nichtoeffentlich"><top id="m"><titel>Mitteilungen</titel></top><top id="g"><titel>GEHEIM</titel>
    <neutral>Grundstück</neutral></top></teil></tagesordnung>
</sitzung>
END
}
session ''
check "papers" status 0 rs aufnehmen -q content/heide/verzeichnis.xml content/heide/papiere/vorlage-*.xml
check "the session" status 0 rs aufnehmen -q $S
check "released" status 0 rs freigeben -q content/heide/papiere/vorlage-*.xml
notice() {
	rs tagesordnung -q -o "$1" $S && pdftotext -layout "$1/bekanntmachung.pdf" - |
		sed -n '/Öffentlicher/,/Heide, den/p' |
		sed 's/^ *//; s/   */ | /g' | grep -v '^$\|Teil\|Heide, den'
}
check "each by its own" equal "$(notice each)" \
	'1 | Ein neuer Weg am Bach (Entscheidung) | 2026/0001' 2026/0002 \
	'2026/0002: Eine Brücke' '1 | Mitteilungen' '2 | Grundstück'
session '<titel>Weg und Brücke am Bach</titel>'
check "together" equal "$(notice together | head -n 2)" \
	'1 | Weg und Brücke am Bach (Entscheidung) | 2026/0001' 2026/0002
session '' && sed -i 's|<neutral>Grundstück</neutral>||' $S
check "another title may not" says "gehört er in die Regel titel-offen" rs tagesordnung -o no $S
