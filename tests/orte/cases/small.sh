# What minutes say of a body with a quorum of its own: the share that the town names, who takes part from elsewhere, who
# left during the first item, a correction with its item.
N=content/heide/papiere/niederschrift.xml
m='rolle="Mitglied" von="2020-01-01"/></person>'
people=
for p in a b c d; do people+="<person id=\"p-$p\" name=\"Person ${p^}\"><mitgliedschaft gremium=\"beirat\" $m"; done
minutes() {
	cat >$N <<END
$HEAD
<niederschrift $MARKS id="n" sitzung="beirat-1" gremium="beirat" datum="2026-02-12" beginn="18:00" ende="19:00">
  <angaben><sitzungsort name="Rathaus"/><leitung person="p-a"/><schriftfuehrung amt="Büro"/></angaben>
  <anwesenheit>
    <teilnahme person="p-a"/><teilnahme person="p-b" hinweis="per Video" bis-top="eins"/>
    <teilnahme person="p-c" stand="entschuldigt"/><teilnahme person="p-d" stand="entschuldigt"/>
  </anwesenheit>
  <verlauf><sitzungsteil art="oeffentlich">
    <top id="eins" nummer="1" ergebnis="kenntnis"><titel>Der Bach</titel></top>
    <top id="zwei" nummer="2"><titel>Der Weg</titel><beschluss>Er wird gebaut.</beschluss>
      <abstimmung ergebnis="einstimmig" ja="1" nein="0" enthaltung="0"/></top>
  </sitzungsteil></verlauf>
  <unterzeichnung amt="Büro" datum="2026-02-13"/><genehmigung datum="2026-03-12"/>
  <nachtrag datum="2026-03-20" top="zwei"><absatz>Gemeint ist der Uferweg.</absatz></nachtrag>
</niederschrift>
END
}
minutes
read_out() { "$R" setzen -q --dump=vorlesen $N; }
town() { directory "$people"; sed -i "s/<ort name=\"Stadt Heide\"/& $1/; s/<gremium id=\"beirat\"/& $2/" \
	content/heide/verzeichnis.xml; }
town '' ''
check "more than half, where nobody says otherwise" says '[BESCHLUSSFAEHIG]' "$R" pruefen $N
town 'beschlussfaehig="drittel"' ''
check "a third of all, as the town says" says 'beschlussfähig ist das Gremium ab 2' "$R" pruefen $N
check "one is too few, in words" says 'ist höchstens eine stimmberechtigte Person anwesend' "$R" pruefen $N
town 'beschlussfaehig="zwei-drittel"' 'beschlussfaehig-ab="1"'
check "the body's own number comes first" says 'gegeben, 2 von 4 Stimmberechtigten anwesend, nötig ist 1' read_out
check "by video" says 'per Video' read_out
check "a correction names its item" says $'TOP\u00a02\nGemeint' read_out
