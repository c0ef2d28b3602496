# Numbers of papers: what a pattern cannot be, and what a number by it lacks.
unset RATSSATZ_VORLAGEN
# rules PATTERN [PARTS] [COUNTED]: what is said of them; then what a new paper gets by them
rules() {
	rm -rf vorlagen r.db
	cp -r "$TOP/templates" vorlagen
	sed -i 's/ kuerzel="[A-Z]*"//' vorlagen/grund/gestaltung.xml
	sed -i "s|</regeln>||; s|<regeln .*/>|<regeln xmlns='urn:ratssatz:gestaltung:1' grundlage='grund'>|" \
		vorlagen/beckum/regeln.xml
	echo "<regel name='drucksache-muster' wert='$1'/>${2:+<regel name='drucksache-teile' wert='$2'/>}${3:+<regel
		name='drucksache-zaehler' wert='$3'/>}</regeln>" >>vorlagen/beckum/regeln.xml
	say aufnehmen -q --vorlagen vorlagen --register r.db $MAY/neu.xml
}
another_paper neu $MAY/neu.xml
rules '##/####'
rules '##/####' zaehler
rules '##/####' 'amtt zaehler'
rules '##/####' 'amt amt'
rules '@/JJJJ' zaehler
rules '###/####' 'jahr zaehler'
rules '###################'
rules 'JJJJ/####' '' monat
rules '######' '' jahr
rules 'Nr. JJJJ'
rules '##/####/JJJJ' 'amt zaehler'
rules '##/####' 'wahlperiode zaehler'
rules '@/####/JJJJ' 'art zaehler'
sed -i 's/<stelle id="fb-jugend-soziales"/& nummer="5000"/' content/beckum/verzeichnis.xml
rules '##/####/JJJJ' 'amt zaehler'
another_paper alt $MAY/neu.xml
sed -i 's/<vorlage /<vorlage nummer="2023-9" /' $MAY/neu.xml
rules 'JJJJ-#'
another_paper neu $MAY/neu.xml
rm -rf r2.db
say aufnehmen -q --vorlagen vorlagen --register r.db $MAY/neu.xml
rm $MAY/neu.xml
heard
