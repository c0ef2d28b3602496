# Two towns with an office of the same id: each gets its own reminder, with its own tasks and addresses.
cp first.xml $N
cp r.db inhalt/lindental/register.db
mkdir gestaltung && cp -r "$RATSSATZ_GESTALTUNG/lindental" gestaltung
cp -r gestaltung/lindental gestaltung/talheim
cp -r inhalt/lindental inhalt/talheim
rm inhalt/talheim/register.db
export RATSSATZ_GESTALTUNG=gestaltung
sed -i 's/name="lindental"/name="talheim"/' gestaltung/talheim/gestaltung.xml
find inhalt/talheim -name '*.xml' -exec sed -i 's/ort="lindental"/ort="talheim"/; s/@example.org/@talheim.example/
	s/Den Spielplatz planen/Die Rutsche bestellen/' {} +
there=${DAY/lindental/talheim}
at 2024-02-19T10:00:00Z
check "the other town: taken in" status 0 "$R" aufnehmen -q inhalt/talheim/verzeichnis.xml $there/*.xml
check "released" status 0 "$R" freigeben -q $there/vorlage-*.xml
check "issued" status 0 "$R" ausgeben -q -o talheim $there/vorlage-*.xml
check "announced" status 0 "$R" tagesordnung -q --bekanntgeben -o talheim $there/sitzung.xml
at 2024-03-15T10:00:00Z
check "minutes here" status 0 "$R" niederschrift -q -o aus $N
check "minutes there" status 0 "$R" niederschrift -q -o talheim $there/niederschrift.xml
at 2024-07-10T10:00:00Z
check "reminders" status 0 "$R" beschluesse -q --faellig -o mails
check "an office of a town a draft" equal "$(ls mails | xargs)" "erinnerung-lindental-bauamt.eml \
erinnerung-lindental-hauptamt.eml erinnerung-talheim-bauamt.eml erinnerung-talheim-hauptamt.eml"
check "each with its own" python3 - <<'P'
import email, email.policy
def read(name):
    m = email.message_from_binary_file(open(f'mails/erinnerung-{name}.eml', 'rb'), policy=email.policy.default)
    return m['From'], m['To'], m.get_content()
here, there = read('lindental-bauamt'), read('talheim-bauamt')
assert here[1] == 'bauamt@example.org' and there[1] == 'bauamt@talheim.example', (here, there)
assert here[0] != there[0] and there[0].endswith('@talheim.example'), (here[0], there[0])
assert 'Den Spielplatz planen' in here[2] and 'Rutsche' not in here[2], here[2]
assert 'Die Rutsche bestellen' in there[2] and 'Spielplatz' not in there[2], there[2]
P
check "one town alone" status 0 "$R" beschluesse -q --faellig --register inhalt/talheim/register.db -o eine
check "needs no name of the town" equal "$(ls eine | xargs)" "erinnerung-bauamt.eml erinnerung-hauptamt.eml"
# a report is of one town: the one that has body and office, or the one that is meant
report() { "$R" beschluesse --bericht 2024-1 "$@"; }
check "which of both?" says "[AUFTRAGWAHL]" report --gremium rat --stelle bauamt -o bericht
cp "$WORK/stderr" told
sed -i 's|<gremium id="gruppe-gruen"|<gremium id="beirat"><name>Beirat</name></gremium>&|' \
	inhalt/talheim/verzeichnis.xml
sed -i 's|<stelle id="bauamt"|<stelle id="kasse"><name>Kasse</name></stelle>&|' inhalt/lindental/verzeichnis.xml
check "a body of its own" status 0 "$R" aufnehmen -q inhalt/talheim/verzeichnis.xml
check "an office of its own" status 0 "$R" aufnehmen -q inhalt/lindental/verzeichnis.xml
check "not of one town" says "[AUFTRAGWAHL]" report --gremium beirat --stelle kasse -o bericht
cat "$WORK/stderr" >>told
check "what is told" diff "$TOP/tests/niederschrift/towns.err" told
check "nothing is written" test ! -e bericht
check "by the body" status 0 report -q --gremium beirat --stelle bauamt -o bericht
check "is that town's" grep -q 'ort="talheim"' bericht/beschlusskontrolle-2024-1-beirat.xml
check "with its tasks" grep -q 'Die Rutsche bestellen' bericht/beschlusskontrolle-2024-1-beirat.xml
check "and no other's" absent 'Den Spielplatz planen' bericht/beschlusskontrolle-2024-1-beirat.xml
check "by the register" status 0 report -q --gremium rat --stelle bauamt --register inhalt/lindental/register.db -o hier
check "of the other" grep -q 'Den Spielplatz planen' hier/beschlusskontrolle-2024-1-rat.xml
