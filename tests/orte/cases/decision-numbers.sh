# A town in Sachsen numbers its decisions: each body for itself, by year, with its code and the period in the number.
# The number is given when the minutes are whole, stands in minutes, extract, paper, lists and OParl, and never twice.
words() { pdftotext "$1" - | tr '\n' ' ' | sed 's/\xc2\xa0/ /g; s/\xc2\xad//g' | tr -s ' '; }
numbers() { sed -n 's/.* beschlussnummer="\([^"]*\)".*/\1/p' $N; }
town elbtal
clock 2026-04-06T10:00:00Z
check "taken in" status 0 rs aufnehmen -q content/elbtal/verzeichnis.xml $S/*.xml
check "released" status 0 rs freigeben -q $S/vorlage-*.xml
check "announced" status 0 rs tagesordnung -q --bekanntgeben -o aus $S/sitzung.xml
clock 2026-04-22T10:00:00Z
cp "$TOP"/tests/orte/orte/elbtal/niederschrift.xml $N
sed -i 's/<niederschrift /&entwurf="ja" /' $N
check "a draft" status 0 rs niederschrift -q -o aus $N
check "gets no number" equal "$(numbers)" ''
sed -i 's/ entwurf="ja"//' $N
sed -i '0,/ergebnis="einstimmig"/s// ergebnis="unbekannt"/' $N
check "nor do minutes with a fault" status 1 rs niederschrift -q -o aus $N
check "none at all" equal "$(numbers)" ''
sed -i 's/ ergebnis="unbekannt"/ergebnis="einstimmig"/' $N
check "whole" status 0 rs niederschrift -q -o aus $N
check "what passed has one, in its order" equal "$(numbers)" 'SR 08/001-26' 'SR 08/002-26'
cp $N numbered.xml
check "again" status 0 rs niederschrift -q -o aus $N
check "the same" cmp $N numbered.xml
sed -i 's/ beschlussnummer="SR 08\/001-26"//' $N
check "lost in the source" status 0 rs niederschrift -q -o aus $N
check "it comes back" equal "$(numbers)" 'SR 08/001-26' 'SR 08/002-26'
sed -i 's|amt="Schriftführung"/>|amt="Schriftführung" datum="2026-04-21"/>|' $N
pdftotext -layout aus/niederschrift.pdf - | sed -n '/gezeichnet/,/Schriftführung/s/  */ /gp' >signed
check "who has signed and who will stand in line" equal "$(cat signed)" ' gezeichnet 20. April 2026 Unterschrift' \
	' Anna Adler Schriftführung'
check "signed" status 0 rs niederschrift -q -o aus $N
words aus/niederschrift.pdf >minutes
check "printed in the minutes" grep -q 'einstimmig beschlossen; Beschluss Nr. SR 08/001-26' minutes
check "of an election, too" grep -q 'nimmt die Wahl an; Beschluss Nr. SR 08/002-26' minutes
check "in the extract" grep -q 'Beschluss Nr. SR 08/001-26' <(words aus/auszug-top-oe-1.pdf)
check "in the paper" grep -qF 'Enthaltungen), Beschluss Nr. SR 08/001-26"' $S/vorlage-markt.xml
check "not in one that was rejected" absent 'Beschluss Nr' $S/vorlage-steg.xml
check "in the list" says 'beschlussnummer  SR 08/001-26' rs beschluesse
rs oparl exportieren -q -o net --basis-url https://example.org
check "in OParl" grep -rq '"result":"einstimmig beschlossen, Beschluss Nr. SR 08/001-26"' net/agendaitem
check "the register is in order" status 0 rs register pruefen -q

# built anew from the sources, and after a backup: none twice
cp r.db signed.db
rm r.db
check "built anew" status 0 rs register neu-aufbauen -q elbtal
sed 's/id="niederschrift-sr-2026-04-16"/id="zweite"/; s/ beschlussnummer="SR 08\/002-26"//' $N >$S/zweite.xml
check "a number of others" says '[NUMMERVERGABE]' rs aufnehmen $S/zweite.xml
rm $S/zweite.xml
# counted by all bodies together, what was rejected, too, in the form of the papers, which have other numbers
sed -i 's|<regel name="beschluss-muster".*|<regel name="beschluss-muster" wert="####/JJJJ"/>|
	/beschluss-teile/d; s|<regel name="beschluss-zaehler".*|<regel name="beschluss-fuer" wert="alle"/>|' \
	templates/elbtal/regeln.xml
cp "$TOP"/tests/orte/orte/elbtal/niederschrift.xml $N
rm r.db
check "taken in" status 0 rs aufnehmen -q content/elbtal/verzeichnis.xml $S/vorlage-*.xml $S/sitzung.xml
check "released" status 0 rs freigeben -q $S/vorlage-*.xml
check "announced" status 0 rs tagesordnung -q --bekanntgeben -o aus2 $S/sitzung.xml
check "another form" status 0 rs niederschrift -q -o aus2 $N
check "of all that was voted on" equal "$(numbers)" 0001/2026 0002/2026 0003/2026
