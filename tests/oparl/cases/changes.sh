# What changes keeps its id; what becomes non-public is told as deleted; a session bears the name of its day.
id=$(value oparl 'o("Paper", "Netzwerktreffen")["id"]')
body=$(value oparl 'o("Organization", "\"Integrationsrat\"")["id"]')
sed -i 's|<titel>Beschluss über die Teilnahme|<titel>Neuer Beschluss über Teilnahme|' $NETWORK
old='<name von="2010-02-01">Integrationsrat</name>'
new='<name von="2010-02-01" bis="2023-06-01">Integrationsrat</name><name von="2023-06-02">Rat für Integration</name>'
sed -i "s|$old|$new|" content/beckum/verzeichnis.xml
non_public $JUNE/vorlage-7.xml
at 2023-07-01T08:00:00Z
check "taken in, changed" status 0 rs aufnehmen -q $NETWORK $JUNE/vorlage-7.xml
check "released" status 0 rs freigeben -q $NETWORK
check "exported" export_to three
check "renamed: the same id" holds three "o('Paper', 'Neuer Beschluss')['id'] == '$id'"
check "renamed: changed, and when it began" holds three "[o('Paper', 'Neuer Beschluss')[k] for k in
	('modified', 'created')] == ['2023-07-01T10:00:00+02:00', '2023-05-15T10:00:00+02:00']"
check "a renamed committee keeps its id" holds three "o('Organization', 'Rat für Integration')['id'] == '$body'"
check "the session bears the old name" holds three 'o("Meeting", "31.05.2023")["name"].startswith("Integrationsrat")'
check "a later one the new" holds three 'o("Meeting", "30.10.2023")["name"].startswith("Rat für Integration")'
check "what did not change stays" cmp oparl/body/beckum.json three/body/beckum.json
check "non-public now: deleted, and no word more" holds three '(lambda x:
	x["modified"] == "2023-07-01T10:00:00+02:00" and set(x) == {"id", "type", "created", "modified", "deleted"})(
	next(x for x in every if x.get("deleted") and x["type"].endswith("/Paper")))'
sed -i 's|bis="2023-06-01">Integrationsrat<|bis="2023-06-01">Integrationsbeirat<|' content/beckum/verzeichnis.xml
at 2023-07-02T08:00:00Z
check "an old name is corrected" status 0 rs aufnehmen -q content/beckum/verzeichnis.xml
check "exported again" export_to four
check "the sessions of then bear it" holds four '(lambda m: m["name"].startswith("Integrationsbeirat") and
	m["modified"][:10] == "2023-07-02")(o("Meeting", "31.05.2023"))'
check "later ones stay as they were" holds four '[o("Meeting", "30.10.2023")["modified"][:10],
	o("Organization", "Rat für Integration")["modified"][:10]] == ["2023-07-01"] * 2'
keeps_to_the_specification "after the changes" three
if [ -d "$SPEC/oparl" ]; then
	check "planted faults are found" python3 "$OPARL/faults.py" three "$SPEC/oparl"
else
	skip "planted faults: ../shared/oparl is missing"
fi
