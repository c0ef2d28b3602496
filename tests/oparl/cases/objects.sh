# What a reader of the session expects.
check "one item, one consultation" holds oparl \
	'(lambda t: o("Consultation", t["id"])["agendaItem"] == t["id"])(o("AgendaItem", "Baumpflanzaktion"))'
check "the result" holds oparl 'o("AgendaItem", "einstimmig")["number"] == "6"'
check "summer and winter time" holds oparl '[o("Meeting", d)["start"][-6:] for d in
	("25.03.2023", "27.03.2023", "27.10.2023", "30.10.2023")] == ["+01:00", "+02:00", "+02:00", "+01:00"]'
check "a supplement names its paper" holds oparl \
	'o("Paper", "1. Ergänzung")["superordinatedPaper"] == [o("Paper", "2023/0123\"")["id"]]'
check "a paper names its supplement" holds oparl \
	'o("Paper", "2023/0123\"")["subordinatedPaper"] == [o("Paper", "1. Ergänzung")["id"]]'
check "the edition it presents lies with it" holds oparl \
	'o("Paper", "integrationskonzept-2018.pdf")["auxiliaryFile"][0]["mimeType"] == "application/pdf"'
check "offices and persons" holds oparl \
	'o("Person", "Mustermann")["membership"][1]["votingRight"] is False and n("Membership") == 4'
check "how many sit in a body, where it is known" holds oparl \
	'o("Organization", "Integrationsrat")["memberCount"] == 9 and
	"votingMemberCount" not in o("Organization", "Integrationsrat") and
	"memberCount" not in o("Organization", "Rat der Stadt")'
check "the council" holds oparl 'o("Organization", "Rat der Stadt")["classification"] == "Parlament"'
