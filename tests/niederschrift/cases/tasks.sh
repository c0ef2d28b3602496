# The tasks of decisions: listed, reminded of, reported on, brought forward; what is not public stays inside.
cp first.xml $N
check "none yet" says "Es gibt keinen Auftrag." rs beschluesse
check "issued" status 0 rs niederschrift -q -o aus $N
ids() {
	rs beschluesse --json "$@" | python3 -c 'import json, sys; print(*[t["kennung"] for t in json.load(sys.stdin)])'
}
check "by due date" equal "$(ids)" "kaufvertrag spielplatz-planen baum-pflanzen"
check "of an office" equal "$(ids --stelle bauamt)" "spielplatz-planen baum-pflanzen"
check "of a body" equal "$(ids --gremium rat --stelle hauptamt)" kaufvertrag
check "as a table for a spreadsheet" says '"2024-04-30";"offen";"Hauptamt";' rs beschluesse --csv
at 2024-07-10T10:00:00Z
check "due" equal "$(ids --faellig)" "kaufvertrag spielplatz-planen"
check "drafts of e-mails" status 0 rs beschluesse -q --faellig -o mails
check "one an office" equal "$(ls mails)" erinnerung-bauamt.eml erinnerung-hauptamt.eml
check "that mail programs read" python3 - <<'P'
import email, email.policy
m = email.message_from_binary_file(open('mails/erinnerung-bauamt.eml', 'rb'), policy=email.policy.default)
assert m['Subject'] == 'Bauamt: 1 fälliger Auftrag aus Beschlüssen' and m['To'] == 'bauamt@example.org', m['Subject']
raw = open('mails/erinnerung-bauamt.eml', 'rb').read()
text = m.get_payload(decode=True)
assert raw.count(b'\n') == raw.count(b'\r\n') and text.count(b'\n') == text.count(b'\r\n') > 3, text
assert max(map(len, raw.split(b'\r\n'))) <= 78
assert 'dieser Auftrag aus einem Beschluss ist fällig:' in m.get_content() and 'wie weit er ist.' in m.get_content()
assert m['X-Unsent'] == '1' and 'Den Spielplatz planen' in m.get_content() and 'Kaufvertrag' not in m.get_content()
P
# whatever an office is called, its draft is one by the rules (RFC 5322, 2047)
named() {
	sed -i "/<stelle id=\"bauamt\"/s|<name>.*</name>|<name>${1//&/\\&}</name>|" inhalt/lindental/verzeichnis.xml
	rm -rf mails
	check "$2: taken in" status 0 rs aufnehmen -q inhalt/lindental/verzeichnis.xml
	check "$2" status 0 rs beschluesse -q --faellig -o mails
	check "$2: read back" python3 - "$(sed 's/&amp;/\&/g' <<<"$1")" <<'P'
import email, email.policy, sys
raw = open('mails/erinnerung-bauamt.eml', 'rb').read()
m = email.message_from_bytes(raw, policy=email.policy.default)
assert m['Subject'] == sys.argv[1] + ': 1 fälliger Auftrag aus Beschlüssen' and not m['Subject'].defects, m['Subject']
assert max(map(len, raw.split(b'\r\n'))) <= 78 and all(c < 128 for c in raw) and not m.defects
P
}
named "Amt $(printf 'Nord %.0s' {1..40})Mitte" "a long name of plain letters"
named '=?UTF-8?Q?Amt?= am Markt' "what looks like an encoded word"
named '„Bau“ &amp; Straße, "Süd": 🚲' "quotes, a pictogram"
named Bauamt "as before"
sed -i 's/bauamt@example.org/bauamt@köln.example/' inhalt/lindental/verzeichnis.xml
check "an address of letters that no header may hold" says "[FORM]" rs pruefen inhalt/lindental/verzeichnis.xml
sed -i 's/bauamt@köln.example/amt+bau@xn--kln-sna.example/' inhalt/lindental/verzeichnis.xml
check "as mail programs write it" status 0 rs pruefen inhalt/lindental/verzeichnis.xml
check "how far one is" status 0 rs beschluesse -q --auftrag spielplatz-planen --zustand in-arbeit --meldung 'A & B'
check "is there" equal "$(ids --zustand in-arbeit)" spielplatz-planen
check "in the source" grep -q '<meldung datum="2024-07-10" zustand="in-arbeit">A &amp; B</meldung>' $N
check "the same again" says "steht schon da" rs beschluesse --auftrag spielplatz-planen --zustand in-arbeit \
	--meldung 'A & B'
check "is one report" equal "$(grep -c '<meldung ' $N)" 1
check "another word on that day is another" status 0 rs beschluesse -q --auftrag spielplatz-planen \
	--zustand in-arbeit --meldung 'Pläne liegen aus'
check "is there, too" equal "$(grep -c '<meldung ' $N)" 2
cp r.db known.db
check "without a word" status 0 rs beschluesse -q --auftrag spielplatz-planen --zustand zurueckgestellt
cp known.db r.db                               # cut short between source and register
check "again after it was cut short" status 0 rs beschluesse -q --auftrag spielplatz-planen --zustand zurueckgestellt
check "is one report without a word" equal "$(grep -c '<meldung ' $N)" 3
check "the register has it" equal "$(ids --zustand zurueckgestellt)" spielplatz-planen
check "and done" status 0 rs beschluesse -q --auftrag spielplatz-planen --zustand erledigt
check "is due no more" equal "$(ids --faellig)" kaufvertrag
cp $N done.xml
check "an unknown one" says "[AUFTRAGWAHL]" rs beschluesse --auftrag nichts --zustand erledigt
check "nothing is written" cmp done.xml $N
check "exported" status 0 rs oparl exportieren -q -o oparl
check "OParl says how far it is" grep -rq 'Umsetzung: erledigt' oparl/agendaitem
check "what is not public does not" python3 - <<'P'
import glob, json
m = json.load(open(glob.glob('oparl/meeting/*.json')[0]))
assert all('keyword' not in i for i in m['agendaItem'] if not i['public']), m
P
check "a report" status 0 rs beschluesse -q --bericht 2024-1 --gremium rat --stelle hauptamt -o $DAY
check "is a paper" status 0 rs pruefen $DAY/beschlusskontrolle-2024-1-rat.xml
REPORT=$DAY/beschlusskontrolle-2024-1-rat
check "public" absent Kaufvertrag $REPORT.xml
check "and apart" grep -q Kaufvertrag $REPORT-nichtoeffentlich.xml
check "the other one is not public" grep -q 'oeffentlich="nein"' $REPORT-nichtoeffentlich.xml
check "of a quarter to come" says "hat noch nicht begonnen" \
	rs beschluesse --bericht 2024-4 --gremium rat --stelle hauptamt -o morgen
check "nothing is written of it" test ! -e morgen
sed -i 's|<gremium id="gruppe-gruen"|<gremium id="ausschuss"><name>Ausschuss</name></gremium>&|' \
	inhalt/lindental/verzeichnis.xml
check "to a body nobody knows" says '[STELLEFREMD]' \
	rs beschluesse --bericht 2024-1 --gremium ausschuss --stelle hauptamt -o fremd
check "by an office nobody knows" says '[STELLEFREMD]' \
	rs beschluesse --bericht 2024-1 --gremium rat --stelle hauptam -o fremd
check "nothing is written" test ! -e fremd
check "nor are tasks of one" says '[STELLEFREMD]' rs beschluesse --stelle hauptam
check "or of no such body" says '[STELLEFREMD]' rs beschluesse --gremium hauptamt --faellig -o fremd
check "none of one that has none" says 'Es gibt keinen Auftrag.' rs beschluesse --stelle gruppe-gruen
check "a new body is taken in" status 0 rs aufnehmen -q inhalt/lindental/verzeichnis.xml
check "to another body, too" status 0 rs beschluesse -q --bericht 2024-1 --gremium ausschuss --stelle hauptamt -o $DAY
check "both are taken in" status 0 rs aufnehmen -q inhalt/lindental/verzeichnis.xml $DAY/beschlusskontrolle-*.xml
check "never written over" status 3 rs beschluesse -q --bericht 2024-1 --gremium rat --stelle hauptamt -o $DAY
check "a name is that of the public one" status 0 rs beschluesse -q --bericht 2024-1 --gremium rat --stelle hauptamt \
	-o berichte/stand.xml
check "both are files" equal "$(ls berichte)" "stand-nichtoeffentlich.xml" stand.xml
check "which quarter" status 2 rs beschluesse --bericht 2024-5 --gremium rat --stelle hauptamt
check "whom to" status 2 rs beschluesse --bericht 2024-1
# a Massnahme that carries a decision out says how far it is
mkdir inhalt/lindental/plan-2024
cat >inhalt/lindental/plan-2024/konzept.xml <<'X'
<?xml version="1.0" encoding="UTF-8"?>
<konzept xmlns="urn:ratssatz:1" ort="lindental" edition="2024" vorgaenger="2020">
  <angaben><titel>Plan</titel><stand datum="2024-05"/>
  <herausgeber stelle="hauptamt"/></angaben>
  <handlungsfeld id="gruen"><titel>Grün</titel>
    <massnahme id="baeume" status="abgeschlossen" grund="gepflanzt"><ziel>Mehr Bäume.</ziel>
    </massnahme>
  </handlungsfeld>
</konzept>
X
sed -i 's|<auftrag id="baum-pflanzen"|& massnahme="lindental/plan-2024#baeume"|' $N
check "issued again" status 0 rs niederschrift -q -o aus $N
check "open so far" equal "$(ids --zustand offen)" "kaufvertrag baum-pflanzen"
check "the Konzept is taken in" status 0 rs aufnehmen -q inhalt/lindental/plan-2024/konzept.xml
check "done, as the Massnahme" equal "$(ids --zustand erledigt)" "spielplatz-planen baum-pflanzen"
check "its state is the Massnahme's" says "Maßnahme" rs beschluesse --auftrag baum-pflanzen --zustand offen
check "Massnahmen for a spreadsheet" says '"abgeschlossen"' rs register liste massnahmen --csv
# and the next edition begins with what was decided
check "the next edition" status 0 rs fortschreiben -q --von inhalt/lindental/plan-2024 --nach inhalt/lindental/plan-2026
check "has it as a proposal" grep -q \
	'<!-- Vorschlag aus einem Beschluss: Rat der Gemeinde Lindental, 2024-03-05, TOP Ö 3: Die Buche' \
	inhalt/lindental/plan-2026/konzept.xml
# a draft that somebody wrote on stays
at 2024-07-10T10:00:00Z
check "drafts again" status 0 rs beschluesse -q --faellig -o mails
echo "Gruß" >>mails/erinnerung-hauptamt.eml
check "goes on" status 0 rs beschluesse --faellig -o mails
check "and is named" diff "$TOP/tests/niederschrift/kept.err" <(grep Warnung: "$WORK/stderr")
check "it stays" grep -q Gruß mails/erinnerung-hauptamt.eml
check "replaced on request" status 0 rs beschluesse -q --faellig --ersetzen -o mails
check "it is new" absent Gruß mails/erinnerung-hauptamt.eml
