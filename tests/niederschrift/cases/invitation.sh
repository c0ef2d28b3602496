# Whether a body was invited in time is said by the minutes as pruefen says it: by the body's own period, in days or
# hours, to the minute; with the reason where it was shortened.
cp -r "$RATSSATZ_GESTALTUNG" gestaltung
export RATSSATZ_GESTALTUNG=gestaltung
# period XML: of the town's rules; notice ATTRIBUTES: of the session
period() { sed -i "/<frist/d; s|</regeln>|$1\n</regeln>|" gestaltung/lindental/regeln.xml; }
notice() {
	sed "s|<bekanntmachung [^>]*>|<bekanntmachung $1/>|" first.xml >$N
	"$R" setzen -q -o n.pdf $N && pdftotext -layout n.pdf - | tr -s ' \n' ' ' | sed 's/.*Bekanntmachung vom/vom/
		s/ Beschlussfähigkeit.*//'
}
said() { check "$1" equal "$(notice "$2")" "$3"; }
period ''
said "the town's period" 'datum="2024-02-20"' 'vom 20. Februar 2024; ordnungsgemäß und fristgerecht'
said "too late" 'datum="2024-03-01"' 'vom 1. März 2024; Ladungsfrist nicht eingehalten'
said "for a reason" 'datum="2024-03-01" grund="Frost"' \
	'vom 1. März 2024; mit verkürzter Frist (Dringlichkeit: Frost)'
said "later than that" 'datum="2024-03-04" grund="Frost"' \
	'vom 4. März 2024; Ladungsfrist nicht eingehalten (Dringlichkeit: Frost)'
period '<frist gremium="rat" frist="48 Stunden" dringend="24 Stunden"/>'
said "the body's own, in hours" 'datum="2024-03-03" uhrzeit="18:00"' \
	'vom 3. März 2024, 18:00 Uhr; ordnungsgemäß und fristgerecht'
said "a minute late" 'datum="2024-03-03" uhrzeit="18:01"' \
	'vom 3. März 2024, 18:01 Uhr; Ladungsfrist nicht eingehalten'
period '<frist art="rat" frist="20 Tage"/>'
said "of its kind" 'datum="2024-02-20"' 'vom 20. Februar 2024; Ladungsfrist nicht eingehalten'
sed -i 's/name="ladungsfrist-tage" wert="7"/name="ladungsfrist-tage" wert="unbekannt"/' gestaltung/lindental/regeln.xml
period ''
said "unknown: not judged" 'datum="2024-03-04"' 'vom 4. März 2024'

# a result of the ground that the town does not know is struck out; so are kinds and roles
sed -i 's|</regeln>|<ergebnis id="beschlossen" entfaellt="ja"/>&|' gestaltung/lindental/regeln.xml
sed 's/ergebnis="einstimmig-enthaltung"/ergebnis="beschlossen"/' first.xml >$N
check "struck out" says "ergebnis=\"beschlossen\" steht nicht in der Liste der Kommune" "$R" pruefen $N
check "not offered" absent 'beschlossen,' stderr
sed -i 's|<ergebnis id="beschlossen" entfaellt|<ergebnis id="nie" entfaellt|' gestaltung/lindental/regeln.xml
check "what is not there cannot be" says "entfaellt" "$R" pruefen $N
