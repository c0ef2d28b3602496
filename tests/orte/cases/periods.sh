# Periods of notice by body, in days or hours: 48 hours are 48 hours, also when the clocks change.
rules '<regel name="ladungsfrist-tage" wert="7"/><regel name="ladungsfrist-dringend" wert="3"/>
<regel name="bekanntmachung-wirkung-tage" wert="0"/>
<frist gremium="rat" frist="10 Tage" dringend="48 Stunden"/>
<frist art="beirat" frist="48 Stunden" dringend="24 Stunden"/>'
# session BODY DAY TIME NOTICE [MORE]: what is said of its period
session() {
	cat >content/heide/sitzung.xml <<END
$HEAD
<sitzung $MARKS id="s" gremium="$1" datum="$2" beginn="$3">
  <angaben><sitzungsort name="Rathaus"/><vorsitz amt="Vorsitz"/><bekanntmachung datum="$4" ${5:-}/></angaben>
  <tagesordnung><teil art="oeffentlich"><top id="fragen" art="einwohnerfragen"/></teil></tagesordnung>
</sitzung>
END
	"$R" pruefen content/heide/sitzung.xml 2>&1 | sed -n 's/.*\(Fehler\|Warnung\): \(.*\) \[FRIST.*/\1: \2/p'
}
said() { check "$1" equal "$(session "${@:3}" | cut -d, -f1)" "$2"; }
SHORT='Fehler: Zwischen Bekanntmachung und Sitzung'
said "the usual period" '' bauausschuss 2026-03-10 18:00 2026-03-02
said "a day too late" "$SHORT liegen 6 volle Tage" bauausschuss 2026-03-10 18:00 2026-03-03
said "of the council ten" "$SHORT liegen 7 volle Tage" rat 2026-03-10 18:00 2026-03-02
said "the council in time" '' rat 2026-03-13 18:00 2026-03-02
said "in hours, to the minute" '' beirat 2026-03-10 18:00 2026-03-08 'uhrzeit="18:00"'
said "a minute too late" "$SHORT liegen 47 Stunden" beirat 2026-03-10 18:00 2026-03-08 'uhrzeit="18:01"'
said "no time said: the day is over" "$SHORT liegen 42 Stunden" beirat 2026-03-10 18:00 2026-03-08
said "summer time takes an hour" "$SHORT liegen 47 Stunden" beirat 2026-03-30 18:00 2026-03-28 'uhrzeit="18:00"'
said "winter time gives one" '' beirat 2026-10-26 18:00 2026-10-24 'uhrzeit="18:59"'
LESS='Warnung: Die Frist ist wegen Dringlichkeit verkürzt'
said "urgent, in hours" "$LESS (1 statt 10 volle Tage; „Frost“); bitte prüfen" \
	rat 2026-03-10 18:00 2026-03-08 'uhrzeit="18:00" grund="Frost"'
said "urgent, too late" "$SHORT liegen 24 Stunden" rat 2026-03-10 18:00 2026-03-09 'uhrzeit="18:00" grund="Frost"'
rules '<frist gremium="rat" frist="bald"/>'
check "no period" says "„bald“ ist kein Wert für frist in <frist>; erwartet wird zum Beispiel „7 Tage“" \
	"$R" pruefen content/heide/sitzung.xml
rules '<frist frist="7 Tage"/>'
check "of nobody" says "gilt für ein Gremium oder eine Gremienart" "$R" pruefen content/heide/sitzung.xml
