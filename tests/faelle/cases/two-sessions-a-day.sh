# A body has two sessions on one day. A step that fits both is an error that asks for the session; a paper never stands
# on both agendas.
. "$TOP/tests/faelle/papers.sh"
session nachmittag 2026-05-07 16:00
session abend 2026-05-07 18:00
paper eins "$(step "$DECIDES")"
paper zwei "$(step "$DECIDES" sitzung='"abend"')"
check "which one?" status 1 rs aufnehmen -q content/beckum/verzeichnis.xml $S/*.xml
both='vorlage-eins.xml:4: Fehler: .*nachmittag .16:00 Uhr. und abend .18:00 Uhr.'
check "told at the step, with both" grep -q "$both" "$WORK/stderr"
check "and what to write" grep -q 'bitte sitzung="nachmittag" oder sitzung="abend" ergänzen' "$WORK/stderr"
check "not of the paper that says it" absent 'vorlage-zwei.xml:[0-9]*: Fehler' "$WORK/stderr"
check "nothing is taken in" test ! -e r.db
sed -i 's/datum="2026-05-07"/datum="2026-05-07" sitzung="nachmittag"/' $S/vorlage-eins.xml
check "said" status 0 rs aufnehmen -q content/beckum/verzeichnis.xml $S/*.xml
check "released" status 0 rs freigeben -q $S/vorlage-*.xml
check "the first has its paper" test "$(roles nachmittag eins)$(roles nachmittag zwei)" = "['Entscheidung'][]"
check "the second its own" test "$(roles abend eins)$(roles abend zwei)" = "[]['Entscheidung']"
check "the register shows which" says "abend" rs register zeige "$(number zwei)"

# a second session comes later: the papers of that day are asked again
session mittag 2026-06-11 12:00
paper drei "$(step 'gremium="rat" rolle="entscheidung" massgeblich="ja" datum="2026-06-11"')"
check "one session" status 0 rs aufnehmen -q $S/sitzung-mittag.xml $S/vorlage-drei.xml
check "released" status 0 rs freigeben -q $S/vorlage-drei.xml
session nacht 2026-06-11 20:00
check "a second one is refused" status 1 rs aufnehmen -q $S/sitzung-nacht.xml
check "with the paper that has to say which" grep -q 'vorlage-drei.xml' "$WORK/stderr"
sed -i 's/datum="2026-06-11"/datum="2026-06-11" sitzung="mittag"/' $S/vorlage-drei.xml
check "both together" status 0 rs aufnehmen -q $S/sitzung-nacht.xml $S/vorlage-drei.xml
sed -i 's/sitzung="mittag"/sitzung="morgen"/' $S/vorlage-drei.xml
check "a session that is none of them" status 1 rs aufnehmen -q $S/vorlage-drei.xml
check "is told with those there are" grep -q 'gibt es mittag (12:00 Uhr) und nacht (20:00 Uhr)' "$WORK/stderr"

# public objects name the session that is meant
check "announced" status 0 rs tagesordnung -q --bekanntgeben -o abend $S/sitzung-abend.xml
check "exported" status 0 rs oparl exportieren -q -o oparl
check "the step meets in its own session" python3 - <<'P'
import glob, json
objects = {o['id']: o for o in map(json.load, map(open, glob.glob('oparl/**/*.json', recursive=True))) if 'id' in o}
paper = next(o for o in objects.values() if o['type'].endswith('/Paper') and o['name'].endswith('zwei'))
meeting = objects[paper['consultation'][0]['meeting']]
assert meeting['start'].startswith('2026-05-07T18:00'), meeting['start']
P
