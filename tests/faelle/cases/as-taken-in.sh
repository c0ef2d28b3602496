# What is public comes from the register: a session whose notice is due is public as it was taken in, and it is handed
# over as it was announced, whatever its file says by now.
. "$TOP/tests/faelle/full-paper.sh"
sed -i 's|<top id="fragen-s" art="einwohnerfragen"/>|&<top id="haus"><titel>Haus am Bach</titel></top>|' $SESSION
at 2100-03-01T08:00:00Z
check "taken in before its notice is due" status 0 rs aufnehmen -q content/beckum/verzeichnis.xml $SESSION $V
check "released" status 0 rs freigeben -q $V
names() { rs oparl exportieren -q -o oparl && grep -rl "$1" oparl/agendaitem 2>/dev/null; }
check "no agenda yet" test -z "$(names Bach)"
at 2100-04-02T08:00:00Z
sed -i 's|Haus am Bach|GEHEIMHAUS|' $SESSION
check "issued; the session is changed on disk" status 0 rs ausgeben -q -o aus $V
check "nothing of the change" test -z "$(names GEHEIMHAUS)"
sed -i 's|GEHEIMHAUS|Haus am Bach|' $SESSION
sed -i 's|<absatz>Er ist lange frei.</absatz>|<absatz>Er ist frei.</absatz>|' $S/mehr.xml
check "another paper's release, the session as it was" status 0 rs aufnehmen -q $V
check "its agenda is public" test -n "$(names 'Haus am Bach')"
sed -i 's|Haus am Bach|GEHEIMHAUS|' $SESSION
check "released" status 0 rs freigeben -q $V
check "the agenda stays as it was taken in" test -n "$(names 'Haus am Bach')" -a -z "$(names GEHEIMHAUS)"
sed -i 's|GEHEIMHAUS|Haus am Bach|' $SESSION

check "issued" status 0 rs ausgeben -q -o aus $V
check "announced" status 0 rs tagesordnung -q --bekanntgeben -o sitz $SESSION
check "handed over" status 0 rs abgeben -q --sitzung $SESSION -o eins
check "with its notice as HTML" test -s eins/bekanntmachung-s.html
paper spaet "$(step 'gremium="rat" rolle="entscheidung" massgeblich="ja" datum="2100-05-05" dringlichkeit="Frist"')"
sed -i 's/2026-01-02/2100-04-01/; s/Beschluss über spaet/GEHEIM bis zum Nachtrag/' $S/vorlage-spaet.xml
check "a late paper is taken in" status 0 rs aufnehmen -q $S/vorlage-spaet.xml
check "and released" status 0 rs freigeben -q $S/vorlage-spaet.xml
check "handed over before it is announced" status 0 rs abgeben --sitzung $SESSION -o spaet
check "the notice does not have it" absent GEHEIM spaet/bekanntmachung-s*
check "told that there is no HTML" grep -q "sitzung-s.xml:2: Warnung: Seit der Ausgabe hat sich etwas geändert" \
	$WORK/stderr
sed -i 's|datum="2100-05-05"|datum="2100-05-06"|' $SESSION
check "another day on disk" status 1 rs abgeben -q --sitzung $SESSION -o zwei
check "told at its line" grep -q "sitzung-s.xml:2: Fehler: Seit der Bekanntmachung geändert, hier zuerst" "$WORK"/stderr
sed -i 's|datum="2100-05-06"|datum="2100-05-05"|; s|name="Rathaus"|name="Altes Rathaus"|' $SESSION
check "released anew" status 0 rs aufnehmen -q $SESSION
check "by its release" status 0 rs freigeben -q $SESSION
check "but not announced" status 1 rs abgeben -q --sitzung $SESSION -o zwei
check "told" grep -q "sitzung-s.xml:3: Fehler: Seit der Bekanntmachung geändert" "$WORK"/stderr
check "nothing is written" test ! -e zwei
check "announced" status 0 rs tagesordnung -q --bekanntgeben -o sitz2 $SESSION
check "handed over" status 0 rs abgeben -q --sitzung $SESSION -o zwei
