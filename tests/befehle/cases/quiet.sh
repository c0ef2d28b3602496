# What is told: all, what the author wants counted or listed, only faults.
doc() {
	cat >told.xml <<-X
		<?xml version="1.0" encoding="UTF-8"?>
		<bericht xmlns="urn:ratssatz:1" ort="beckum" edition="2023">
		<angaben><titel>Prüfung</titel><stand datum="2023-10"/><herausgeber stelle="stadt"/></angaben>
		<kapitel id="k"><titel>Text</titel><absatz>Wirklich!! $1</absatz>
		<abschnitt id="a"><titel>Mehr</titel><absatz>Ganz so..</absatz>
		<abweichung code="SATZZEICHEN" grund="So steht es da."/></abschnitt></kapitel></bericht>
	X
}
told() { "$R" pruefen --inhalt inhalt "$@" told.xml 2>&1; }
doc ''
counted="0 Fehler, 1 Warnung, 1 gewollte Abweichung (--abweichungen nennt sie)"
check "wanted ones are counted" equal "$(told | tail -n 1)" "$counted"
check "and not listed" bash -c "! grep -q ': Abweichung: ' <<<'$(told)'"
check "listed with the reason" grep -q ': Abweichung: .*(gewollt: So steht es da.)' <<<"$(told --abweichungen)"
check "then nothing points to the option" absent '--abweichungen nennt' <<<"$(told --abweichungen)"
check "quiet: no fault, no word" equal "$(told -q)" ""
check "quiet, for programs: no word" equal "$(told -q --meldungen json)" ""
check "quiet and strict: the warning, nothing else" equal "$(told -q --streng | grep -c .)" 1
doc '<unbekannt/>'
check "quiet: the fault, nothing else" equal "$(told -q | sed 's/.*\[/[/')" "[ELEMENT]"
check "for programs all is listed" grep -q '"stufe":"Abweichung"' <<<"$(told --meldungen json)"
