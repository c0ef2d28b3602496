# As many yes as no: rejected, unless the town gives the chair the casting vote; it decides everywhere.
town elbtal
sed -i 's|</regeln>|<regel name="stichentscheid" wert="ja"/>&|' templates/elbtal/regeln.xml
clock 2026-04-06T10:00:00Z
check "taken in" status 0 rs aufnehmen -q content/elbtal/verzeichnis.xml $S/*.xml
check "released" status 0 rs freigeben -q $S/vorlage-*.xml
check "announced" status 0 rs tagesordnung -q --bekanntgeben -o aus $S/sitzung.xml
clock 2026-04-22T10:00:00Z
# by hand, the day after: with the chair's vote and a number that is then the one of the minutes, too
hand() { rs ergebnis -q $S/vorlage-markt.xml mehrheitlich --gremium stadtrat --datum 2026-04-16 "$@"; }
check "no number of another form" says '[NUMMERVERGABE]' hand --beschlussnummer 7
check "no casting vote between others" says '[ERGEBNISWAHL]' hand --ja 2 --nein 1 --enthaltung 0 --stichentscheid ja
check "nothing is entered" absent 'ergebnis=' $S/vorlage-markt.xml
check "a result by hand" status 0 hand --ja 1 --nein 1 --enthaltung 1 --stichentscheid ja \
	--beschlussnummer 'SR 08/007-26'
check "with both" grep -qF ' beschlussnummer="SR 08/007-26" ergebnis="mehrheitlich beschlossen (1 Ja, 1 Nein, '\
'1 Enthaltung), Stichentscheid des Vorsitzes: Ja, Beschluss Nr. SR 08/007-26"' $S/vorlage-markt.xml
check "released still" status 0 rs ausgeben -q -o hand $S/vorlage-markt.xml
check "nobody else's" says '[NUMMERVERGABE]' rs ergebnis $S/vorlage-steg.xml vertagt --gremium stadtrat \
	--datum 2026-04-16 --beschlussnummer 'SR 08/007-26'
sed 's|amt="Schriftführung"/>|amt="Schriftführung" datum="2026-04-21"/>|
	s|ergebnis="einstimmig" ja="3" nein="0" enthaltung="0"|ergebnis="mehrheitlich" stichentscheid="ja" ja="1" \
nein="1" enthaltung="1"|
	s|ja="1" nein="2" enthaltung="0"|ja="1" nein="1" enthaltung="1" stichentscheid="nein"|' \
	"$TOP"/tests/orte/orte/elbtal/niederschrift.xml >$N
check "right" status 0 rs pruefen $N
check "set" status 0 rs niederschrift -q -o aus $N
pdftotext aus/niederschrift.pdf - | tr '\n' ' ' | sed 's/\xc2\xa0/ /g' | tr -s ' ' >text
check "for it" grep -q '1 Enthaltung; Stichentscheid des Vorsitzes: Ja; mehrheitlich beschlossen' text
check "against it, which is no tie any more" grep -q 'Stichentscheid des Vorsitzes: Nein; mehrheitlich abgelehnt' text
check "in the paper" \
	grep -qF 'mehrheitlich beschlossen (1 Ja, 1 Nein, 1 Enthaltung), Stichentscheid des Vorsitzes: Ja, B' \
	$S/vorlage-markt.xml
rs oparl exportieren -q -o net --basis-url https://example.org
check "in OParl" grep -rq '"result":"mehrheitlich beschlossen, Beschluss Nr. SR 08/007-26"' net/agendaitem
rm r.db
check "built anew, the number is kept" status 0 rs register neu-aufbauen -q elbtal
check "as before" status 0 rs register pruefen -q
sed -i 's/ergebnis="mehrheitlich" stich/ergebnis="abgelehnt" stich/' $N
check "the other result does not fit" says "[ERGEBNIS]" rs pruefen $N
