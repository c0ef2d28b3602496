# A paper that is taken back after it was decided: minutes and extract that hold its title go, too, so do its result and
# wording in OParl, and its task is no public one; the rest of the minutes can be issued again without it.
. "$TOP/tests/faelle/full-paper.sh"
full_paper_out "Verkauf für GEHEIMPREIS"
at 2100-05-06T08:00:00Z
check "minutes are begun" status 0 rs niederschrift -q $SESSION
MINUTES=$S/niederschrift.xml
python3 - $MINUTES <<'P'
import re, sys
s = open(sys.argv[1]).read()
s = s.replace(' entwurf="ja"', ' ende="18:00"').replace(' stand="abwesend"', '')
s = s.replace('nummer="1">', 'nummer="1" grund="Keine Fragen.">')
task = '<auftrag id="auf" stelle="stadt" frist="2100-06-01">GEHEIMPREIS aushandeln</auftrag>'
s = re.sub(r'<!-- <abstimmung .*? -->', '<abstimmung ergebnis="einstimmig"/>' + task, s)
s = re.sub(r'<unterzeichnung [^>]*"', r'\g<0> datum="2100-05-06"', s)
open(sys.argv[1], 'w').write(s)
P
check "issued" status 0 rs niederschrift -q -o mi $MINUTES
check "with an extract" test -s mi/auszug-top-2.pdf
check "handed over" status 0 rs abgeben -q --sitzung $SESSION -o paket
check "exported" status 0 rs oparl exportieren -q -o oparl
check "its result is public" grep -rq '"resolutionText":"Dem wird' \
	oparl/agendaitem
check "and its task" grep -q '"oeffentlich":	"ja"' <(rs beschluesse --json)

check "taken back" status 1 rs zurueckziehen $V --grund x
for f in mi/niederschrift.pdf mi/auszug-top-2.pdf paket; do
	check "told: $f" grep -q "^$f: Fehler: " "$WORK"/stderr
done
check "removed" status 0 rs zurueckziehen -q $V --grund x --entfernen
check "of the minutes what is for the house stays" equal "$(find mi -type f)" mi/intern/niederschrift-intern.pdf
rm -rf oparl
check "exported" status 0 rs oparl exportieren -q -o oparl
check "no word of it" test -z "$(grep -rl GEHEIMPREIS oparl)"
check "the item and how it was decided stay" grep -rq '"name":"Angelegenheit am Bach".*"result":"einstimmig' \
	oparl/agendaitem
check "not what was decided" test -z "$(grep -rlE '"(resolutionText|resolutionFile|consultation)"' oparl/agendaitem)"
check "nor that something is to be done" test -z "$(grep -rl Umsetzung oparl)"
check "handed over" status 0 rs abgeben -q --sitzung $SESSION -o paket2
check "nothing of the minutes" test -z "$(ls -d paket2 2>/dev/null)"
check "its task is not public" grep -q '"oeffentlich":	"nein"' <(rs beschluesse --json)
check "a report on tasks" status 0 rs beschluesse -q --bericht 2100-2 --gremium rat --stelle stadt -o bericht
check "has it in its second part" equal "$(grep -rl GEHEIMPREIS bericht | grep -vc nichtoeffentlich)" 0
check "which is written" grep -rq GEHEIMPREIS bericht

check "minutes as they are" status 1 rs niederschrift -q -o mi2 $MINUTES
check "told why" grep -q "vorlage-v.xml:2: Fehler: Die Vorlage ist zurückgezogen, ihr Ergebnis würde" "$WORK"/stderr
check "nothing is written" test -z "$(find mi2 -name '*.pdf' 2>/dev/null)"
check "the paper is public again" status 0 rs freigeben -q --wird-oeffentlich $V
check "issued" status 0 rs ausgeben -q -o aus $V
check "so are the minutes" status 0 rs niederschrift -q -o mi2 $MINUTES
check "exported" status 0 rs oparl exportieren -q -o oparl
check "its result is public again" grep -rq '"resolutionText":"Dem wird' \
	oparl/agendaitem
