# At a terminal of 80 columns nothing that commands list runs over it, however long offices and bodies are called.
long='Fachdienst für Integration, Gleichstellung, Öffentlichkeitsarbeit, bürgerschaftliches Engagement und Übergänge'
sed -i "s|>\(Fachdienst Soziale Dienste\)<|>\1, $long<|
	s|>\(Rat der Stadt Beckum\)<|>\1, $long<|" content/beckum/verzeichnis.xml
fits() {
	"$@" 2>/dev/null >lines
	python3 - <<'P'
lines = open('lines').read().splitlines()
wide = [line for line in lines if len(line) > 80 or line != line.rstrip()]
assert lines and not wide, wide[:3]
P
}
check "what is to be decided" fits "$R" stand "${with[@]}" $NEW
check "of the long name" grep -q 'bürgerschaftliches' lines
check "names of bodies" grep -q '^Tag des Beschlusses noch offen: Integrationsrat, Rat der' lines
check "sheets" status 0 "$R" stand -q "${with[@]}" --boegen boegen $NEW
check "who is waited for" fits "$R" stand "${with[@]}" --offen-seit 0 $NEW
