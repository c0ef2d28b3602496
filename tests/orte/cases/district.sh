# A Bezirk with its own assembly: numbers by period, motions of groups, an inquiry of the town's own kind, a letter head
# of the body, an election in a paper; from the handbook to the hand-over, and to the day on which a session goes on.
export RATSSATZ_INHALT=content RATSSATZ_GESTALTUNG=templates
words() { pdftotext -layout "$1" - | tr '\n' ' ' | sed 's/\xc2\xa0/ /g; s/\xc2\xad//g' | tr -s ' '; }
S=content/alsterheide/s N=content/alsterheide/s/niederschrift.xml FROM=$TOP/tests/orte/orte/alsterheide
mkdir -p templates/alsterheide $S
cp "$FROM"/{gestaltung,regeln}.xml templates/alsterheide
cp "$FROM"/verzeichnis.xml content/alsterheide
cp "$FROM"/{vorlage-*,sitzung}.xml $S
sed -i 's|<verfasser [^>]*>|&<verfasser name="Lars Lachs"/><verfasser name="Sören Stör"/>\
<verfasser stelle="f-moos"/>|' $S/vorlage-anfrage.xml
clock 2026-04-10T10:00:00Z
check "taken in" status 0 rs aufnehmen -q content/alsterheide/verzeichnis.xml $S/*.xml
check "released" status 0 rs freigeben -q $S/vorlage-*.xml
check "issued" status 0 rs ausgeben -q -o aus $S/vorlage-*.xml
check "announced" status 0 rs tagesordnung -q --bekanntgeben --regiebuch -o aus $S/sitzung.xml
words aus/22-0002-antrag.pdf >motion
check "a kind that the ground knows has the town's labels" \
	grep -q 'Eingebracht von Fraktion Sand .* Petitum .* Sachverhalt' motion
clock 2026-04-30T10:00:00Z
check "minutes begin" status 0 rs niederschrift -q $S/sitzung.xml
check "the approval of the last ones as such" grep -q '<top id="ns" nummer="Ö 3" art="niederschrift">' $N
cp "$FROM"/niederschrift.xml $N
check "minutes" status 0 rs niederschrift -q -o aus $N
words aus/niederschrift.pdf >text
for line in 'TOP Ö 3 Niederschrift über die öffentliche Sitzung vom 19.03.2026 Abstimmung: 6 Ja, 0 Nein' \
	'Bracht (Antwort folgt schriftlich bis zum 15. Mai 2026) Es sind 3 Wege gesperrt: – der Bohlenweg' \
	'Bezirksversammlung Alsterheide Niederschrift · Bezirksversammlung, 23. April 2026' \
	'Beschlussvorschlag Als Mitglied des Jugendhilfeausschusses wird gewählt: ____'; do
	check "printed: ${line:0:40}" grep -qF -- "$line" text
done
check "no number for the approval" equal "$(grep -o 'beschlussnummer="[^"]*"' $N)" 'beschlussnummer="BV 22/001"' \
	'beschlussnummer="BV 22/002"' 'beschlussnummer="BV 22/003"'
check "an election reaches the paper with its votes" grep -qF 'ergebnis="gewählt, Katja Karpfen (Mitglied des'\
' Jugendhilfeausschusses); 1. Wahlgang: Katja Karpfen 3, Birte Barsch 3; 2. Wahlgang: Katja Karpfen 3, Birte Barsch 2,'\
' 1 ungültig, Beschluss Nr. BV 22/002"' $S/vorlage-wahl.xml
check "handed over" status 0 rs abgeben -q --sitzung $S/sitzung.xml -o ab.zip
rs oparl exportieren -q -o net --basis-url https://example.org
py 'import glob, json
for i in json.load(open(glob.glob("net/meeting/*.json")[0]))["agendaItem"]:
    print(i["number"], i.get("result", "-"), "resolutionText" in i)' >oparl
check "in OParl" equal "$(sed -n '1p; 3p; 5,8p' oparl)" 'Ö 1 erledigt False' 'Ö 3 einstimmig beschlossen False' \
	'Ö 5 in den Ausschuss überwiesen False' \
	'Ö 6 mehrheitlich beschlossen, Beschluss Nr. BV 22/001 True' \
	"$(printf '%s' 'Ö 7 gewählt: Katja Karpfen (Mitglied des Jugendhilfeausschusses), ' \
		'Beschluss Nr. BV 22/002 False')" \
	'N 1 - False'
# who moved it: a group by its id or its name of that day, a person by hers; who is not in the directory nowhere
moved() {
	py 'import glob, json
def name(u):
    return json.load(open("net" + u.removeprefix("https://example.org")))["name"]
for p in sorted((json.load(open(f)) for f in glob.glob("net/paper/*.json")), key=lambda p: p["reference"]):
    print(p["reference"], *map(name, p.get("originatorOrganization", [])), "|",
          *map(name, p.get("originatorPerson", [])))'
}
check "who moved it, in OParl" equal "$(moved | grep Fraktion)" '22-0001 Fraktion Moos | Lars Lachs' \
	'22-0002 Fraktion Sand |'
[ ! -d "$SPEC/oparl" ] || check "as the specification wants it" equal \
	"$(python3 "$TOP/tests/oparl/judge.py" net "$SPEC/oparl" 2>&1 | grep -v 'EMPFOHLEN\|JSON-Dateien')" ''
# wrong WHAT CODE SCRIPT
wrong() {
	sed "$3" "$FROM"/niederschrift.xml >$N
	check "$1" says "[$2]" rs pruefen $N
}
wrong "another number of the session" TOPFEHLT 's/ nummer="17"/ nummer="18"/'
wrong "another code" TOPFEHLT 's/ code="BV/& /'
wrong "another place" TOPFEHLT 's/<sitzungsort name="/&Neues /'
wrong "an approval is known as one" TOPERGEBNIS 's/ art="niederschrift"//'
wrong "a gap is no decision" WORTLAUT '/<wahl amt/,/<\/wahl>/d
	s/nummer="Ö 7" vorlage="22-0005"/& ergebnis="mehrheitlich"/'

# The session goes on the next day: what comes again keeps its number, what is new gets none that there was.
cp "$FROM"/niederschrift.xml $N
S2=content/alsterheide/s2
mkdir -p $S2
sed 's/id="bv-2026-04-23"/id="bv-2026-04-24" fortsetzung-von="2026-04-23"/; s/ datum="2026-04-23"/ datum="2026-04-24"/
	s/<bekanntmachung [^>]*>/<bekanntmachung datum="2026-04-23"\/>/; /<vorlagen\/>/d; /<top id="[fna]/d
	s|<teil art="oeffentlich">|&<top id="aktuell"><titel>Aktuelle Stunde</titel></top><top id="neu">\
<titel>Dank an die Feuerwehr</titel></top>|' $S/sitzung.xml >$S2/sitzung.xml
clock 2026-04-23T22:00:00Z
check "the next day is taken in" status 0 rs aufnehmen -q $S2/sitzung.xml
check "and announced without a period" status 0 rs tagesordnung -q --bekanntgeben --regiebuch -o aus2 $S2/sitzung.xml
words aus2/bekanntmachung.pdf >notice
check "as what goes on, with its numbers" grep -q 'Fortsetzung der Sitzung vom 23. April 2026 .* Ö 2 Aktuelle Stunde '\
'Ö 8 Dank an die Feuerwehr' notice
check "in the calendar" grep -q 'SUMMARY:Fortsetzung der Sitzung: Bezirksversammlung' aus2/sitzung.ics
check "for the chair" grep -q 'Ich setze die unterbrochene Sitzung fort' <(words aus2/regiebuch.pdf)
clock 2026-04-30T10:00:00Z
check "its minutes begin" status 0 rs niederschrift -q $S2/sitzung.xml
N=$S2/niederschrift.xml
sed -i 's/ entwurf="ja"/ ende="19:00"/; s/ stand="abwesend"//; s/<top id="[an][a-z]*"/& ergebnis="erledigt"/
	s/\(<unterzeichnung [^/]*\)\/>/\1 datum="2026-04-29"\/>/' $N
check "are set" status 0 rs niederschrift -q -o aus2 $N
words aus2/niederschrift.pdf >text
check "say so, and judge no period" grep -q 'Fortsetzung der Sitzung vom 23. April 2026 Beginn .* Ladung '\
'Bekanntmachung vom 23. April 2026 Beschlussf' text
rs oparl exportieren -q -o net2 --basis-url https://example.org
py 'import glob, json
for m in sorted((json.load(open(f)) for f in glob.glob("net2/meeting/*.json")), key=lambda m: m["start"]):
    print(m["start"][:10], m["end"][11:16], [i["number"] for i in m["agendaItem"]][-2:])' >oparl
check "a meeting each in OParl" equal "$(cat oparl)" "2026-04-23 20:35 ['Ö 7', 'N 1']" "2026-04-24 19:00 ['Ö 2', 'Ö 8']"
sed -i 's/fortsetzung-von="2026-04-23"/fortsetzung-von="2026-04-22"/' $S2/sitzung.xml
check "a day on which nobody met" says "[FORTSETZUNG]" rs pruefen $S2/sitzung.xml
sed -i 's/fortsetzung-von="2026-04-22"/fortsetzung-von="2026-04-24"/' $S2/sitzung.xml
check "a day that is no earlier one" says "[FORTSETZUNG]" rs pruefen $S2/sitzung.xml
