# Kinds, roles, bodies, fields: what a town defines is printed, what it does not know is an error that lists what it
# knows.
look '
<vorlagenfelder>
  <feld art="drucksache">Nr.</feld>
  <feld art="datum">Datum</feld>
  <feld art="aktenzeichen">Az.</feld>
  <feld art="federfuehrung" pflicht="ja">Amt</feld>
  <feld art="verfasser">Bearbeitung</feld>
  <feld art="beteiligungen" leer="niemand"/>
  <feld art="beratungsfolge"/>
  <feld art="auswahl-klima">Klima</feld>
  <feld art="beschlussvorschlag">Beschlussentwurf</feld>
  <feld art="finanzformular">Finanzen</feld>
  <feld art="zusatz-familie">Familien</feld>
  <feld art="erlaeuterungen">Sachverhalt</feld>
  <feld art="mitzeichnung"/>
  <feld art="unterschriften"/>
</vorlagenfelder>
<vorlagenart name="resolution" wort="Entschließung" kuerzel="EN"/>
<rolle name="beschliessend" wort="beschließend" tagesordnung="Beschluss" bedeutet="entscheidung"/>
<rolle name="empfehlend" wort="empfehlend" bedeutet="vorberatung"/>
<gremienart name="ortsrat" wort="Ortsrat"/>
<auswahl name="klima" wort="Klimawirkung">
  <wahl name="positiv">ja, positiv</wahl><wahl name="keine">nein</wahl>
</auswahl>'
rules '<regel name="stelle-nummer" wert="davor"/>'
directory '<gremium id="ortsrat-sued" art="ortsrat"><name>Ortsrat Süd</name></gremium>'
cat >content/heide/papiere/vorlage-a.xml <<END
$HEAD
<vorlage $MARKS id="a" datum="2026-01-20" art="resolution" nummer="2026/0007">
  <angaben>
    <titel>Ein Weg am Bach</titel>
    <untertitel>hier: Auftrag</untertitel>
    <aktenzeichen>61-26/4</aktenzeichen>
    <verfasser name="Kim Muster" stelle="bauen"/>
    <verfasser name="Ina Probe"/>
    <federfuehrung stelle="bauen"/>
    <beratung gremium="ortsrat-sued" rolle="empfehlend"/>
    <beratung gremium="rat" datum="2026-02-20" rolle="beschliessend"/>
  </angaben>
  <beschlussvorschlag>
    <absatz>Der Rat beschließt:</absatz>
    <beschluss id="bau">Der Weg wird gebaut.</beschluss>
    <beschluss id="name">Er heißt Bachweg.</beschluss>
  </beschlussvorschlag>
  <finanzformular auswirkungen="ja" haushaltsjahr="2026" deckung="gegeben">
    <finanzteil art="investiv" produkt="120101">
      <finanzzeile art="ein" name="Zuschuss" ansatz="20000" fortgeschrieben="25000"/>
      <finanzzeile art="aus" name="Bau" ansatz="50000" fortgeschrieben="62000,50">
        <jahreswert jahr="2028" betrag="3000"/><jahreswert jahr="2027" betrag="4000"/>
      </finanzzeile>
      <finanzzeile art="summe" ansatz="-30000"/>
    </finanzteil>
    <absatz>Die Mittel stehen bereit.</absatz>
  </finanzformular>
  <auswahl art="klima" wahl="positiv"><absatz>Es fahren weniger Autos.</absatz></auswahl>
  <zusatzfeld art="familie"><absatz>Kinder gehen sicher zur Schule.</absatz></zusatzfeld>
  <erlaeuterungen><absatz>Der alte Weg ist gesperrt.</absatz></erlaeuterungen>
  <mitzeichnung>
    <zeichnung stelle="soziales" datum="2026-01-18" bemerkung="einverstanden"/>
    <zeichnung name="Kämmerei"/>
  </mitzeichnung>
  <unterschriften ort="Heide" datum="2026-01-20">
    <unterschrift art="in-vertretung" amt="Beigeordnete"/><unterschrift name="Kim Muster"/>
  </unterschriften>
</vorlage>
END
P=content/heide/papiere/vorlage-a.xml
cp $P good.xml
check "it is sound" status 0 "$R" pruefen -q $P
"$R" setzen -q --dump=vorlesen $P >a.txt 2>/dev/null
check "the paper as the town has it" diff "$TOP/tests/orte/fields.vorlesen" a.txt
check "a PDF" status 0 "$R" setzen -q -o a.pdf $P
check "and HTML" status 0 "$R" setzen -q --format html -o a.html $P

# told TEXT SED: the good paper, changed so, is told that
told() {
	sed "$2" good.xml >$P
	check "told: $1" says "$1" "$R" pruefen $P
}
UNKNOWN='kennt die Gestaltung der Kommune nicht; bekannt sind'
told "Die Vorlagenart „resoluton“ $UNKNOWN „beschlussvorlage“," s/resolution/resoluton/
told "Die Rolle „empfelend“ $UNKNOWN „anhoerung“," s/empfehlend/empfelend/
told 'In der Auswahl „klima“ gibt es „prima“ nicht; bekannt sind „positiv“ und „keine“' s/wahl=\"positiv/wahl=\"prima/
told "Die Auswahl „klma“ $UNKNOWN: „klima“" s/art=\"klima/art=\"klma/
told 'Das Feld „Amt“ fehlt; bei der Vorlagenart „resolution“' '/<federfuehrung/d'
told 'druckt das Feld „zusatzfelder“ nicht' s/familie/sport/
told 'druckt das Feld „anlagen“ nicht' 's|</vorlage>|<anlagen/>&|'
told 'ist mit −31.000 Euro angegeben, die Zeilen darüber ergeben −30.000 Euro' s/-30000/-31000/
told 'auswirkungen="nein", im Formular stehen aber Beträge' 's/auswirkungen="ja"/auswirkungen="nein"/'
told 'nennt 60.000 Euro, das ist weniger als' 's/"62000,50"/& gesamt-neu="60000"/'
told 'nennt weder Amt noch Namen' 's/<unterschrift name="Kim Muster"/<unterschrift/'
cp good.xml $P
directory '<gremium id="ortsrat-sued" art="ortsat"><name>Ortsrat Süd</name></gremium>'
check "told: kind of body" says "Die Gremienart „ortsat“ $UNKNOWN „rat“," \
	"$R" pruefen content/heide/verzeichnis.xml
directory '<gremium id="ortsrat-sued" art="ortsrat"><name>Ortsrat Süd</name></gremium>'

# The agenda has the town's word, OParl too, and what the role comes to: the council decides.
cat >content/heide/papiere/sitzung.xml <<END
$HEAD
<sitzung $MARKS id="rat-1" gremium="rat" datum="2026-02-20" beginn="18:00">
  <angaben><sitzungsort name="Rathaus"/><vorsitz amt="Bürgermeisterin"/><bekanntmachung datum="2026-02-06"/></angaben>
  <tagesordnung><teil art="oeffentlich"><vorlagen/></teil></tagesordnung>
</sitzung>
END
check "taken in" status 0 rs aufnehmen -q content/heide/verzeichnis.xml content/heide/papiere/*.xml
check "released" status 0 rs freigeben -q $P
check "issued" status 0 rs ausgeben -q -o out $P
check "on the agenda" says '"rolle":	"Beschluss"' rs tagesordnung --json content/heide/papiere/sitzung.xml
check "announced" status 0 rs tagesordnung -q --bekanntgeben -o out content/heide/papiere/sitzung.xml
check "as OParl" status 0 rs oparl exportieren -q -o net --basis-url https://example.org
check "the role" grep -rqF '"beschließend"' net
check "the council decides" grep -rqE '"authoritative": ?true' net
check "the kind" grep -rqF '"Entschließung"' net
check "the body" grep -rqF '"Ortsrat"' net

# Of a non-public paper none of these fields gets out.
sed 's|nummer="2026/0007"|nummer="2026/0008" oeffentlich="nein"|; s|id="a"|id="n1"|
	s|<titel>[^<]*</titel>|<titel>GEHEIM1</titel>|; s|<untertitel>[^<]*|<untertitel>GEHEIM2|
	s|<aktenzeichen>|<neutral>Sache</neutral><aktenzeichen>GEHEIM3|; s|Kim Muster|GEHEIM4|g
	s|Der Rat beschließt:|GEHEIM5:|; s|Die Mittel stehen|GEHEIM6|; s|name="Bau"|name="GEHEIM7"|
	s|Es fahren|GEHEIM8|; s|einverstanden|GEHEIM9|; s|Kämmerei|GEHEIM0|; s|Ina Probe|GEHEIMA|' good.xml |
	sed 's|<neutral>Sache</neutral>||; s|</untertitel>|&<neutral>Sache</neutral>|' \
		>content/heide/papiere/vorlage-n1.xml
S=content/heide/papiere/sitzung.xml
sed -i 's|</tagesordnung>|<teil art="nichtoeffentlich"><vorlagen/></teil>&|' $S
check "the non-public paper is taken in" status 0 rs aufnehmen -q content/heide/papiere/vorlage-n1.xml $S
check "released, too" status 0 rs freigeben -q content/heide/papiere/vorlage-n1.xml
check "issued, too" status 0 rs ausgeben -q -o out2 content/heide/papiere/vorlage-n1.xml
check "announced again" status 0 rs tagesordnung -q --bekanntgeben -o out2 $S
check "as OParl, once more" status 0 rs oparl exportieren -q -o net2 --basis-url https://example.org
for f in out2/*.pdf; do
	pdftotext "$f" - && qpdf --qdf --object-streams=disable "$f" -
done 2>/dev/null >public.txt
check "the neutral title gets out" grep -aq Sache public.txt
mv out2/*intern*.pdf out2/intern . 2>/dev/null
for f in out2/*.pdf; do
	pdftotext "$f" - && qpdf --qdf --object-streams=disable "$f" -
done 2>/dev/null >public.txt
check "and no secret" absent GEHEIM public.txt
check "nor into OParl" nowhere GEHEIM net2
