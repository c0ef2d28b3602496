# content/, and registers: taken.db all papers taken in, released.db those of the session released,
# r.db those issued, with ausgabe/
cp -r "$TOP/content" content
check "all papers are taken in" status 0 rs aufnehmen $SESSIONS/*/*.xml
cp r.db taken.db
check "the session and its papers are released" status 0 rs freigeben $MAY/*.xml
cp r.db released.db
check "they are issued" status 0 rs ausgeben -o ausgabe $MAY/*.xml
