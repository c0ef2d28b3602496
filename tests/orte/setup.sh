unset RATSSATZ_VORLAGEN
export SOURCE_DATE_EPOCH=$(date -u -d 2026-02-10T08:00:00Z +%s)
clock() { export SOURCE_DATE_EPOCH=$(date -u -d "$1" +%s); }
# town NAME: one of tests/orte/orte with its papers and the session in $S, whose minutes are to be $N
town() {
	local from=$TOP/tests/orte/orte/$1
	export RATSSATZ_INHALT=content RATSSATZ_GESTALTUNG=templates
	S=content/$1/s N=content/$1/s/niederschrift.xml
	mkdir -p "templates/$1" "$S"
	cp "$from"/{gestaltung,regeln}.xml "templates/$1"
	cp "$from/verzeichnis.xml" "content/$1"
	cp "$from"/{vorlage-*,sitzung}.xml "$S"
}
rs() { "$R" "$@" --register r.db; }
py() { python3 -c "$@"; }
MARKS='xmlns="urn:ratssatz:1" ort="heide"'
HEAD='<?xml version="1.0" encoding="UTF-8"?>'
GROUND='xmlns="urn:ratssatz:gestaltung:1" grundlage="grund"'
# rules XML…: the rules of the town Heide, on the ground that all stand on
rules() {
	mkdir -p templates/heide
	printf '%s\n<regeln %s>\n%s\n</regeln>\n' "$HEAD" "$GROUND" "$*" >templates/heide/regeln.xml
}
# look XML…: its look
look() {
	mkdir -p templates/heide
	printf '%s\n<gestaltung %s name="heide" stadt="Stadt Heide">\n%s\n</gestaltung>\n' "$HEAD" "$GROUND" "$*" \
		>templates/heide/gestaltung.xml
}
# directory XML…: its Verzeichnis; two offices with numbers, three bodies, two periods, what is given besides
directory() {
	mkdir -p content/heide/papiere
	cat >content/heide/verzeichnis.xml <<END
<?xml version="1.0" encoding="UTF-8"?>
<verzeichnis $MARKS>
  <ort name="Stadt Heide" ags="05999999">
    <anschrift strasse="Markt 1" plz="99999" ort="Heide"/>
    <kontakt telefon="09999 1-0" mail="stadt@example.org" web="https://www.example.org"/>
  </ort>
  <stelle id="stadt"><name>Stadt Heide</name></stelle>
  <stelle id="bauen" nummer="61" ueber="stadt"><name>Amt für Bauen</name></stelle>
  <stelle id="soziales" nummer="50" ueber="stadt"><name>Amt für Soziales</name></stelle>
  <stelle id="heime" ueber="soziales"><name>Sachgebiet Heime</name></stelle>
  <gremium id="rat" art="rat"><name>Rat</name></gremium>
  <gremium id="bauausschuss" art="ausschuss"><name>Bauausschuss</name></gremium>
  <gremium id="beirat" art="beirat"><name>Beirat</name></gremium>
  <wahlperiode id="wp-17" nummer="17" name="Wahlperiode 2014 bis 2025" von="2014-06-01" bis="2025-10-31"/>
  <wahlperiode id="wp-18" nummer="18" name="Wahlperiode 2025 bis 2030" von="2025-11-01" bis="2030-10-31"/>
  $*
</verzeichnis>
END
}
# paper ID DATE OFFICE ATTRIBUTES [PARTS]: writes content/heide/papiere/vorlage-ID.xml
paper() {
	cat >"content/heide/papiere/vorlage-$1.xml" <<END
<?xml version="1.0" encoding="UTF-8"?>
<vorlage $MARKS id="$1" datum="$2" art="beschlussvorlage" $4>
  <angaben>
    <titel>Ein neuer Weg am Bach</titel>
    <federfuehrung stelle="$3"/>
    <beratung gremium="rat" rolle="entscheidung"/>
  </angaben>
  <beschlussvorschlag><beschluss id="bau">Der Weg wird gebaut.</beschluss></beschlussvorschlag>
  ${5:-}
</vorlage>
END
}
number_of() { sed -n 's/.* nummer="\([^"]*\)".*/\1/p' "content/heide/papiere/vorlage-$1.xml"; }
# numbers PATTERN PARTS COUNTED: what four papers get, three of 2025, one of these of another office, one of 2026 in
# the next period
numbers() {
	rm -rf content/heide/papiere r.db* && mkdir content/heide/papiere
	rules "<regel name=\"drucksache-muster\" wert=\"$1\"/>" ${2:+"<regel name=\"drucksache-teile\" wert=\"$2\"/>"} \
		${3:+"<regel name=\"drucksache-zaehler\" wert=\"$3\"/>"}
	paper a 2025-03-01 bauen '' && paper b 2025-03-02 heime '' && paper c 2025-03-03 bauen ''
	paper d 2026-01-02 bauen ''
	for p in a b c d; do
		rs aufnehmen -q content/heide/papiere/vorlage-$p.xml || return 1
	done
	echo "$(number_of a) | $(number_of b) | $(number_of c) | $(number_of d)"
}
