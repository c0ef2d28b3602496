# inhalt/, a register r.db in which the session is announced, and first.xml: its minutes, filled in and signed
cp -r "$TOP/tests/niederschrift/inhalt" inhalt
mv $N first.xml
at 2024-02-19T10:00:00Z
check "all is taken in" status 0 rs aufnehmen -q inhalt/lindental/verzeichnis.xml $DAY/*.xml
check "papers are released" status 0 rs freigeben -q $DAY/vorlage-*.xml
check "and issued" status 0 rs ausgeben -q -o aus $DAY/vorlage-*.xml
cp r.db taken.db
check "the session is announced" status 0 rs tagesordnung -q --bekanntgeben -o sitzung $DAY/sitzung.xml
