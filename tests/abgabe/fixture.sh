# The papers of a session, issued (issued.db); handed over once: abgabe.zip, unpacked in first/
cp -r "$TOP/content" content
check "taken in" status 0 rs aufnehmen -q $SESSIONS/*/*.xml
check "released" status 0 rs freigeben -q $MAY/*.xml
cp r.db released.db
check "issued" status 0 rs ausgeben -q -o ausgabe $MAY/*.xml
cp r.db issued.db
check "handed over" status 0 rs abgeben --sitzung $SESSION -o abgabe.zip
check "what is missing stands at its line" grep -q "sitzung.xml:11: Warnung: .*ABGABEFEHLT" stderr
unpack abgabe.zip first
