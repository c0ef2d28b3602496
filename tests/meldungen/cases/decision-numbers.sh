# Numbers of decisions: of a town that has none, in another form, twice, of another's minutes, of a body without a code.
export RATSSATZ_INHALT=inhalt RATSSATZ_GESTALTUNG=gestaltung
mkdir -p gestaltung/elbtal inhalt/elbtal
cp "$TOP"/tests/orte/orte/elbtal/{gestaltung,regeln}.xml gestaltung/elbtal
cp "$TOP"/tests/orte/orte/elbtal/{verzeichnis,niederschrift}.xml inhalt/elbtal
N=inhalt/elbtal/niederschrift.xml
sed 's/ergebnis="einstimmig"/& beschlussnummer="SR 08\/001-26"/; s/ergebnis="abgelehnt"/& beschlussnummer="45"/
	s/<wahl amt/<wahl beschlussnummer="SR 08\/001-26" amt/' $N >inhalt/elbtal/n.xml
say pruefen inhalt/elbtal/n.xml
sed -i 's|wert="jahr gremium"|wert="tag"|' gestaltung/elbtal/regeln.xml
say pruefen $N
sed -i '/beschluss-/d' gestaltung/elbtal/regeln.xml
say pruefen inhalt/elbtal/n.xml
heard
