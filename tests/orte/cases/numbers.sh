# Each pattern from the rules to the register: by given numbers (two papers of a year, two offices, the turn of the
# year), by hand, in the wrong form, a supplement, and what a rebuild makes of it.

counts() {
	local want=$1
	shift
	check "$1 ${2:-} ${3:-}" equal "$(numbers "$@" 2>&1)" "$want"
}
# by_hand NUMBER: another paper with this number is taken in
hands=0
by_hand() {
	hands=$((hands + 1))
	paper e$hands 2025-04-01 bauen "nummer=\"$1\""
	rs aufnehmen -q content/heide/papiere/vorlage-e$hands.xml
}

counts '2025/0001 | 2025/0002 | 2025/0003 | 2026/0001' 'JJJJ/####'
check "by hand" status 0 by_hand 2025/0120
paper f 2025-12-31 bauen ''
check "and the one after it" status 0 rs aufnehmen -q content/heide/papiere/vorlage-f.xml
check "is the next" equal "$(number_of f)" 2025/0121
WRONG='„1213/2013“ hat die Form ####/####, erwartet wird JJJJ/####'
check "there is no year 1213" says "$WRONG" by_hand 1213/2013
check "as pruefen says" says "$WRONG" \
	"$R" pruefen content/heide/papiere/vorlage-e$hands.xml

counts '0001/2025 | 0002/2025 | 0003/2025 | 0001/2026' '####/JJJJ'
check "1213/2013 is of 2013" status 0 by_hand 1213/2013
check "and told, as the paper is of 2025" says 'gehört zum Jahr 2013' \
	"$R" pruefen content/heide/papiere/vorlage-e$hands.xml
counts 'V 2025/001 | V 2025/002 | V 2025/003 | V 2026/001' 'V JJJJ/###'
counts '00001-25 | 00002-25 | 00003-25 | 00001-26' '#####-JJ'
counts '00001-25 | 00002-25 | 00003-25 | 00004-26' '#####-JJ' '' nie
check "by hand" status 0 by_hand 11948-25
check "the whole form is needed" says 'hat die Form #####-####, erwartet wird #####-JJ' by_hand 11948-2025
counts '0001/25/0 | 0002/25/0 | 0003/25/0 | 0001/26/0' '####/##/#' 'zaehler jahr fassung'
check "a revision" status 0 by_hand 0002/25/1
check "is known as one of its paper" equal "$(python3 -c 'import sqlite3
print(*sqlite3.connect("r.db").execute("SELECT stamm FROM papier WHERE nummer = ?", ("0002/25/1",)).fetchone())')" \
	0002/25/0
paper g 2025-04-02 bauen 'nummer="0003/25/0" ergaenzung="2"'
check "or by its place" status 0 rs aufnehmen -q content/heide/papiere/vorlage-g.xml
check "has its own number" says 0003/25/2 "$R" register zeige 0003/25/2 --register r.db
counts 'FB 61/0001/WP17 | FB 50/0002/WP17 | FB 61/0003/WP17 | FB 61/0001/WP18' \
	'FB ##/####/WP##' 'amt zaehler wahlperiode'
check "by hand" status 0 by_hand 'FB 61/0176/WP17'
check "another office, the same count" status 0 by_hand 'FB 50/0176/WP17'
check "the wrong form" says 'hat die Form FB ##/###/WP##, erwartet wird FB ##/####/WP##' by_hand 'FB 61/176/WP17'
counts 'A 61/001/2025 | A 50/001/2025 | A 61/002/2025 | A 61/001/2026' 'A ##/###/JJJJ' 'amt zaehler' 'jahr amt'
counts 'A 61/001/2025 | A 50/002/2025 | A 61/003/2025 | A 61/001/2026' 'A ##/###/JJJJ' 'amt zaehler' jahr
counts 'A 61/001/2025 | A 50/001/2025 | A 61/002/2025 | A 61/003/2026' 'A ##/###/JJJJ' 'amt zaehler' amt
counts '17/0001 | 17/0002 | 17/0003 | 18/0001' '##/####' 'wahlperiode zaehler'
counts '17/001-00 | 17/002-00 | 17/003-00 | 18/001-00' '#+/###-##' 'wahlperiode zaehler fassung'
counts 'SV-17-0001 | SV-17-0002 | SV-17-0003 | SV-18-0001' 'SV-##-####' 'wahlperiode zaehler'
counts '1/2025 | 2/2025 | 3/2025 | 1/2026' '#+/JJJJ'
counts '001/25 | 002/25 | 003/25 | 001/26' '###/JJ'

# A number is free as a whole; a supplement to it is written as the town writes it, and is found.
counts 'A 61/001/2025 | A 50/001/2025 | A 61/002/2025 | A 61/001/2026' 'A ##/###/JJJJ' 'amt zaehler' 'jahr amt'
check "taken" says 'gehört schon' by_hand 'A 61/001/2025'
check "and the other office's, too" says 'gehört schon' by_hand 'A 50/001/2025'
check "a third office's is not" status 0 by_hand 'A 10/001/2025'
paper s 2025-05-01 bauen 'nummer="A 61/001/2025" ergaenzung="1"'
check "a supplement" status 0 rs aufnehmen -q content/heide/papiere/vorlage-s.xml
check "by its whole number" says 'vorlage-s.xml' rs register zeige 'A 61/001/2025 1. Ergänzung' --json
check "sound" status 0 rs register pruefen
check "released" status 0 rs freigeben -q content/heide/papiere/vorlage-[abcds].xml
check "rebuilt" status 0 rs register neu-aufbauen --inhalt content -q heide
check "the number stands" says 'vorlage-b.xml' rs register zeige 'A 50/001/2025' --json
rules '<regel name="drucksache-muster" wert="JJJJ/####"/><regel name="drucksache-ergaenzung" wert="/E#"/>'
paper t 2025-05-02 bauen 'nummer="2025/0900"' && paper u 2025-05-03 bauen 'nummer="2025/0900" ergaenzung="3"'
check "with the town's own way" status 0 rs aufnehmen -q content/heide/papiere/vorlage-[tu].xml
check "its supplement" says 'vorlage-u.xml' rs register zeige 2025/0900/E3 --json
"$R" setzen -q --dump=vorlesen content/heide/papiere/vorlage-u.xml >u.txt
check "is printed" grep -q '2025/0900/E3' u.txt

# What cannot be a pattern, and what a number lacks.
refused() {
	rules "$1"
	"$R" pruefen content/heide/papiere/vorlage-a.xml
}
check "unnamed groups" says 'regeln.xml:3: Fehler: Drucksachennummern: das Muster ##/#### hat mehrere Gruppen' \
	refused '<regel name="drucksache-muster" wert="##/####"/>'
check "nothing to count by" says 'dieselbe Nummer käme zweimal' \
	refused '<regel name="drucksache-muster" wert="######"/><regel name="drucksache-zaehler" wert="jahr"/>'
rules '<regel name="drucksache-muster" wert="##/####/JJJJ"/><regel name="drucksache-teile" wert="amt zaehler"/>'
paper x 2025-03-01 stadt ''
check "an office without a number" says 'es fehlt die nummer der federführenden Stelle' \
	rs aufnehmen content/heide/papiere/vorlage-x.xml
check "by hand it needs none" status 0 by_hand 99/0001/2025
