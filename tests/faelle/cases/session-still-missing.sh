# A paper goes through two bodies; the session of the second is planned but not written yet. The paper can be looked at
# and taken in, its step shows as open, and nobody is told to drop a known date.
. "$TOP/tests/faelle/papers.sh"
session ir 2026-04-16 17:00 integrationsrat
paper eins "$(step 'gremium="integrationsrat" rolle="vorberatung" datum="2026-04-16"')" "$(step "$DECIDES")"
check "taken in" status 0 rs aufnehmen content/beckum/verzeichnis.xml $S/*.xml
open='vorlage-eins.xml:5: Hinweis: Rat der Stadt Beckum: die Sitzung am 7..Mai.2026 ist'
check "told as open" grep -q "$open" "$WORK/stderr"
check "no advice to drop the date" absent 'weglassen' "$WORK/stderr"
check "checked" status 0 rs pruefen --streng $S/vorlage-eins.xml
check "set" status 0 rs setzen -q -o eins.pdf $S/vorlage-eins.xml
check "shown as open" bash -c "'$R' register zeige '$(number eins)' --register r.db --json |
	python3 -c 'import json, sys
steps = [x for x in json.load(sys.stdin) if x[\"eintrag\"] == \"beratung\"]
assert [s[\"sitzung\"] for s in steps] == [\"ir\", \"offen\"], steps'"
check "released" status 0 rs freigeben -q $S/vorlage-eins.xml
check "on the agenda of the first" test "$(roles ir eins)" = "['Vorberatung']"
session rat 2026-05-07 17:00
check "the session comes" status 0 rs aufnehmen $S/sitzung-rat.xml $S/vorlage-eins.xml
check "nothing is open any more" absent 'SITZUNGOFFEN' "$WORK/stderr"
check "on the agenda of the second" test "$(roles rat eins)" = "['Entscheidung']"

# a day beside a session that is known: a warning that names it
sed 's/id="eins"/id="zwei"/; s/ nummer="[^"]*"//; s/2026-05-07/2026-05-08/' $S/vorlage-eins.xml >$S/vorlage-zwei.xml
check "a day beside" status 0 rs aufnehmen $S/vorlage-zwei.xml
check "is told with the day that is known" grep -q 'Warnung: .*am 7..Mai.2026, aber keine am 8..Mai.2026' "$WORK/stderr"
check "without the advice to drop it" absent 'weglassen' "$WORK/stderr"
