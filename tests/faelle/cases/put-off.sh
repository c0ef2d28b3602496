# After its session a paper stays as it was issued; but put off it gets another step and goes into the next Mappe, and
# what was taken back may be issued again without what it should not have told. A task of a paper that is not public any
# more is none; who else names what is taken back is told.
. "$TOP/tests/faelle/full-paper.sh"
session t 2100-06-05 17:00
sed -i 's/2026-01-02/2100-05-10/' $S/sitzung-t.xml
full_paper_out "Verkauf für GEHEIMPREIS"
at 2100-05-06T08:00:00Z
check "put off" status 0 rs ergebnis -q --gremium rat --datum 2100-05-05 $V vertagt
cp $V once.xml
# again SCRIPT: released with it
again() {
	sed "$1" once.xml >$V
	check "taken in: $1" status 0 rs aufnehmen -q $V $S/sitzung-t.xml
	check "released: $1" status 0 rs freigeben -q $V
}
NEXT='<beratung gremium="rat" rolle="entscheidung" massgeblich="ja" datum="2100-06-05"/>'
cp r.db before.db
again "s|<beratung [^>]*/>|&$NEXT|; s|Er ist lange|Er war|; s|Gefragt haben|Gefragt hatten|"
check "with another text it is not issued" status 1 rs ausgeben -q -o aus $V
for step in "s|<beratung [^>]*/>|&$NEXT|" "s|<beratung [^>]*/>|&\n$NEXT|"; do
	cp before.db r.db
	again "$step"
	check "with another step it is" status 0 rs ausgeben -q -o aus $V
done
again "s|<beratung [^>]*/>|&\n$NEXT|; s|2100-06-05|2100-06-12|"
check "or with its day moved" status 0 rs ausgeben -q -o aus $V
again "s|<beratung [^>]*/>|&\n$NEXT|"
check "and back" status 0 rs ausgeben -q -o aus $V
at 2100-05-11T08:00:00Z
check "announced once more" status 0 rs tagesordnung -q --bekanntgeben -o sitz-t $S/sitzung-t.xml
check "handed over" status 0 rs abgeben -q --sitzung $S/sitzung-t.xml --xdomea -o paket

at 2100-06-06T08:00:00Z
check "minutes" status 0 rs niederschrift -q $S/sitzung-t.xml
python3 - $S/niederschrift.xml <<'P'
import re, sys
text = open(sys.argv[1]).read().replace(' entwurf="ja"', ' ende="18:00"').replace(' stand="abwesend"', '')
text = text.replace('nummer="1">', 'nummer="1" grund="Keine Fragen.">')
task = '<auftrag id="auf" stelle="stadt" frist="2100-07-01">GEHEIMPREIS aushandeln</auftrag>'
text = re.sub(r'<!-- <abstimmung .*? -->', '<abstimmung ergebnis="einstimmig"/>' + task, text)
open(sys.argv[1], 'w').write(re.sub(r'<unterzeichnung [^>]*"', r'\g<0> datum="2100-06-06"', text))
P
check "issued" status 0 rs niederschrift -q -o mi $S/niederschrift.xml
check "its task is public" grep -q '"oeffentlich":	"ja"' <(rs beschluesse --json)
check "a report on it" status 0 rs beschluesse -q --bericht 2100-2 --gremium rat --stelle stadt -o bericht
mv bericht/*.xml $S/vorlage-bericht.xml
check "is taken in" status 0 rs aufnehmen -q $S/vorlage-bericht.xml
check "released" status 0 rs freigeben -q $S/vorlage-bericht.xml
check "issued" status 0 rs ausgeben -q -o aus $S/vorlage-bericht.xml

cp r.db public.db
sed 's/ datum="2100-01-02"/& oeffentlich="nein"/' once.xml >$V
check "not public any more" status 0 rs aufnehmen -q $V
check "released so" status 0 rs freigeben -q $V
check "its task is none" grep -q '"oeffentlich":	"nein"' <(rs beschluesse --json)
cp public.db r.db
sed "s|<beratung [^>]*/>|&\n$NEXT|" once.xml >$V

check "taken back" status 1 rs zurueckziehen $V --grund x
check "who names it is told" grep -q '^aus/2100-0002.*pdf: Warnung: Diese öffentliche Datei nennt' "$WORK"/stderr
check "the message, too" grep -q '^paket-xdomea.zip: Fehler: Die ausgegebene Datei liegt noch da' "$WORK"/stderr
check "removed" status 0 rs zurueckziehen -q $V --grund x --entfernen
sed -i 's/GEHEIMPREIS/einen Preis/' $V
check "released again without it" status 0 rs freigeben -q --wird-oeffentlich $V
check "issued again" status 0 rs ausgeben -q -o neu $V
sed -i 's/einen Preis/viel/' $V
check "once" status 0 rs freigeben -q $V
check "and no more" status 1 rs ausgeben -q -o neu $V
check "a session alone is released" says "1 Dokument freigegeben" rs freigeben $S/sitzung-t.xml
check "of a directory nothing is" says "Freizugeben war nichts; ein Verzeichnis gilt" \
	rs freigeben content/beckum/verzeichnis.xml
