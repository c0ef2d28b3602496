# Every word about costs, states and deadlines is the town's. With other words in its template none of ours is left, in
# the edition and the Synopse (HTML and terminal).
ours=("noch zu ermitteln" "laufende Verwaltung" "gefördert durch" "erstattet durch" "keine zusätzlichen Kosten"
	"in den nächsten" "unverändert" "abgeschlossen" "entfallen")
python3 - <<'P'
import re
p = 'templates/grund/gestaltung.xml'
s = open(p).read()
for name in re.findall('name="([a-z-]+)">', s[s.index('<worte'):] if '<worte' in s else s):
    if re.match('circa|posten-|kurz-|gefoerdert-durch|erstattet-durch|weitere$|deckung-|produkt|status-|im-naechsten|'
                'in-den-|klasse-|jaehrlich|einmalig|darin|davon-haushalt|laufende-verwaltung', name):
        s = re.sub(f'<wort name="{name}">[^<]*<', f'<wort name="{name}">W{name.replace("-", "")}<', s)
open(p, 'w').write(s)
P
cat >templates/beckum/regeln.xml <<-X
	<?xml version="1.0" encoding="UTF-8"?>
	<regeln xmlns="urn:ratssatz:gestaltung:1" grundlage="grund"><regel name="waehrung" wert="€"/></regeln>
X
"$R" setzen -q --format html -o 2019.html $K19 2>/dev/null
"$R" vergleiche -q -o synopse.html $K18 $K19 2>/dev/null
"$R" vergleiche $K18 $K19 >changes 2>/dev/null
check "the edition says €" grep -qE '784.000.€' <(text 2019.html)
check "the Synopse says €" grep -qE '784.000.€' <(text synopse.html)
check "the terminal says €" grep -qE '784.000.€' changes
check "no amount of ours in Euro" absent '[0-9].Euro' <(text synopse.html | sed 's/etwa 50.000.Euro//g')
check "none in the terminal" absent '[0-9].Euro' <(sed 's/etwa 50.000.Euro//g' changes)
"$R" setzen -q --dump=vorlesen $K19 >read 2>/dev/null
# an author's reason may follow the state
finances() {
	grep -E '^ *(Finanzen|Kosten|Jährliche|Zeitbedarf|Stand|Summe|[0-9]{4}, )' read |
		sed 's/\(Stand: [^:]*\):.*/\1/'
}
for word in "${ours[@]}"; do
	check "no „$word“ of ours among costs, deadlines and states" absent "(^|[^a-z])$word" <(finances)
done
check "the town's instead" grep -q 'Wgefoerdertdurch' read
