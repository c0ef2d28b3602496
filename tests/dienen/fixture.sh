# A register: papers that are public, one that is not, one that became non-public, an item of the agenda that is not.
cp -r "$TOP/content" content
secret_item $SESSION
secret_paper $MAY/vorlage-personal.xml
at 2023-05-16T08:00:00Z
check "taken in" status 0 rs aufnehmen -q $SESSIONS/2023-*/*.xml
check "released" status 0 rs freigeben -q $MAY/vorlage-*.xml
check "issued" status 0 rs ausgeben -q -o ausgabe $MAY/vorlage-*.xml
check "announced" status 0 rs tagesordnung -q --bekanntgeben -o sitzung $SESSION
check "there are public and non-public files" bash -c "ls ausgabe/intern/*.pdf ausgabe/*.pdf"
was=$MAY/vorlage-netzwerk-integration.xml
sed -i 's|oeffentlich="ja"|oeffentlich="nein"|; s|</titel>|</titel><neutral>Anderes</neutral>|' $was
at 2023-07-01T08:00:00Z
check "a paper becomes non-public" status 0 rs aufnehmen -q $was
