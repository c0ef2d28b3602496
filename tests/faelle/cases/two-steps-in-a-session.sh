# One paper is heard and decided in the same session: both are printed, and a result is entered into the one that is
# meant.
. "$TOP/tests/faelle/papers.sh"
session rat 2026-05-07 17:00
paper eins "$(step 'gremium="rat" rolle="vorberatung" datum="2026-05-07"')" "$(step "$DECIDES")"
check "taken in" status 0 rs aufnehmen -q content/beckum/verzeichnis.xml $S/*.xml
check "released" status 0 rs freigeben -q $S/vorlage-eins.xml
check "one item, both roles" test "$(roles rat eins)" = "['Vorberatung, Entscheidung']"
check "set" status 0 rs tagesordnung -q --bekanntgeben -o sitzung $S/sitzung-rat.xml
check "printed" bash -c "pdftotext sitzung/bekanntmachung.pdf - | tr '\n' ' ' | grep -q '(Vorberatung, Entscheidung)'"
check "the same once announced" test "$(roles rat eins)" = "['Vorberatung, Entscheidung']"
result() { rs ergebnis -q --gremium rat --datum 2026-05-07 "$@"; }
export SOURCE_DATE_EPOCH=$(date -u -d 2026-05-08 +%s)
check "a result: of which?" status 1 result "$(number eins)" einstimmig
check "is asked" grep -q 'BERATUNGMEHRFACH' "$WORK/stderr"
check "nothing is written" absent 'ergebnis=' $S/vorlage-eins.xml
check "of this one" status 0 result --rolle entscheidung "$(number eins)" einstimmig
check "there" grep -q 'rolle="entscheidung".* ergebnis="einstimmig beschlossen"' $S/vorlage-eins.xml
check "and not in the other" absent 'rolle="vorberatung".* ergebnis=' $S/vorlage-eins.xml
check "exported" status 0 rs oparl exportieren -q -o oparl
check "the item belongs to the step that decides, and has its result" python3 - <<'P'
import glob, json
objects = {o['id']: o for o in map(json.load, map(open, glob.glob('oparl/**/*.json', recursive=True))) if 'id' in o}
item = next(o for o in objects.values() if o['type'].endswith('/AgendaItem') and o['name'].endswith('eins'))
assert item['result'] == 'einstimmig beschlossen', item
step = objects[item['consultation']]
assert step['role'] == 'Entscheidung' and step['agendaItem'] == item['id'], step
paper = next(o for o in objects.values() if o['type'].endswith('/Paper') and o['name'].endswith('eins'))
assert [c['role'] for c in paper['consultation']] == ['Vorberatung', 'Entscheidung'], paper
P
