# A session of many items that goes on after midnight: who came and went counts at each item, also by the clock of the
# next day; votes on each resolution apart; the book of the chair has room for what is to happen.
DAY=inhalt/lindental/sitzungen/2024-05-14
N=$DAY/niederschrift.xml
mkdir $DAY && cp "$TOP"/tests/niederschrift/lang/*.xml $DAY && mv $N long.xml
at 2024-05-02T10:00:00Z
check "papers" status 0 rs aufnehmen -q $DAY/vorlage-*.xml
check "the session" status 0 rs aufnehmen -q $DAY/sitzung.xml
check "released" status 0 rs freigeben -q $DAY/vorlage-*.xml
check "issued" status 0 rs ausgeben -q -o aus $DAY/vorlage-*.xml
check "announced" status 0 rs tagesordnung -q --bekanntgeben --regiebuch -o sitzung $DAY/sitzung.xml
pdftotext -layout sitzung/regiebuch.pdf - | sed 's/^ *//' >book.txt
check "resolutions have their numbers" grep -q '^2. Dafür stehen' book.txt
check "minutes are voted on" equal "$(sed -n '/TOP Ö 2/,/TOP Ö 3/p' book.txt | grep -c '^Ja:')" 1
check "what is only heard has room, too" equal "$(sed -n '/TOP Ö 3/,/TOP Ö 4/p' book.txt | grep -c '^Ergebnis:')" 1
check "a joint item has none" equal "$(sed -n '/TOP Ö 8 /,/TOP Ö 8.1/p' book.txt | grep -c __)" 0
at 2024-05-22T10:00:00Z
cp long.xml $N
check "minutes hold" status 0 rs pruefen -q $N
# told SED TEXT: changed so they are told that
told() {
	sed "$1" long.xml >$N
	check "told: $2" says "$2" rs pruefen $N
}
told 's/p-fichte" bis="00:05"/p-fichte"/' 'Bei TOP N 1 zählen 5 Stimmen, anwesend und stimmberechtigt sind 6'
told 's/p-fichte" bis="00:05"/p-fichte" bis-top="paket"/' '„Gerd Fichte“ ist bei dieser Abstimmung nicht anwesend'
told 's/p-ahorn" bis="23:50"/p-ahorn"/' 'Bei TOP Ö 11 zählen 6 Stimmen, anwesend und stimmberechtigt sind 7'
told 's/von="22:00" bis="22:20"/von="21:20" bis="22:20"/; s/ja="2" nein="4"/ja="3" nein="4"/' \
	'Bei TOP Ö 5 zählen 7 Stimmen, anwesend und stimmberechtigt sind 6'
told 's/ab-top="schule"/ab-top="bad"/' 'Bei TOP Ö 4 zählen 7 Stimmen, anwesend und stimmberechtigt sind 6'
told 's/ nicht-beteiligt="1"//' 'Bei TOP Ö 6 zählen 5 Stimmen, anwesend, stimmberechtigt und nicht befangen sind 6'
told '/<befangen/d' 'Bei TOP Ö 6 zählen 6 Stimmen, anwesend und stimmberechtigt sind 7'
told 's/beginn="00:05"/beginn="23:58"/' 'liegt vor der Zeit'
told 's/zu="geld"/zu="gold"/' 'zu="gold": einen solchen Beschluss hat der Punkt nicht'
told 's/ende="00:40"/ende="23:30"/' 'liegt vor der Zeit'
told 's/art="erweiterung" top="eilig"/art="reihenfolge" top="eilig"/' 'war nicht bekannt gemacht'
cp long.xml $N
check "issued" status 0 rs niederschrift -q -o nied $N
pdftotext -layout nied/niederschrift.pdf - | tr -s ' \n\302\240' ' ' >public.txt
check "each vote says what it is on" grep -q 'zu Nummer 1: 7 Ja, 0 Nein, 0 Enthaltungen; einstimmig' public.txt
check "so does the paper" grep -qF 'ergebnis="zu Nummer 1: einstimmig beschlossen (7 Ja,' \
	$DAY/vorlage-schule.xml
check "as OParl" status 0 rs oparl exportieren -q -o oparl
check "after midnight it is the next day" python3 - <<'P'
import glob, json
m = [json.load(open(f)) for f in glob.glob('oparl/meeting/*.json')]
m = next(x for x in m if x['start'].startswith('2024-05-14'))
many = next(i for i in m['agendaItem'] if 'zu Nummer 1' in i.get('result', ''))
assert many['result'].startswith('zu Nummer 1: einstimmig beschlossen (7 Ja'), many['result']
assert m['end'] == '2024-05-15T00:40:00+02:00', m['end']
late = next(i for i in m['agendaItem'] if i['number'] == 'Ö 10')
assert 'start' not in late, late
assert next(i for i in m['agendaItem'] if i['number'] == 'Ö 5')['end'] == '2024-05-14T22:15:00+02:00'
new = next(i for i in m['agendaItem'] if i['number'] == 'Ö 11')
assert new['name'] == 'Wasserschaden im Bürgerhaus' and new['public'] and new['start'].endswith('T23:50:00+02:00'), new
assert new['result'].startswith('einstimmig') and new['resolutionText'] == 'Eine Firma wird beauftragt.', new
public = [i['order'] for i in m['agendaItem'] if i['public']]
assert new['order'] == max(public) < min(i['order'] for i in m['agendaItem'] if not i['public']), m['agendaItem']
assert len({i['order'] for i in m['agendaItem']}) == len(m['agendaItem'])
P

# what the session added turns non-public, and does not come back by itself
added() {
	rm -rf oparl
	check "$1: exported" status 0 rs oparl exportieren -q -o oparl
	check "$1: items of that name: $2" \
		equal "$(cat oparl/agendaitem/*.json | grep -c '"name": *"Wasserschaden im Bürgerhaus"')" "$2"
}
cp $N public.xml
added "public" 1
python3 - public.xml >$N <<'P'
import re, sys
text = open(sys.argv[1]).read()
item = re.search(r' *<top id="eilig".*?</top>\n', text, re.S)[0]
inside = item.replace('Ö 11', 'N 9').replace(' beginn="23:50"', '')
print(re.sub(r'<sitzungsteil art="nichtoeffentlich".*\n', lambda m: m[0] + inside, text.replace(item, '')), end='')
P
check "non-public" status 0 rs aufnehmen -q $N
added "non-public" 0
cp public.xml $N
for back in "aufnehmen" "niederschrift -o zwei"; do
	# shellcheck disable=SC2086
	check "back: not by $back" status 1 rs $back -q $N
	check "told how" grep -q 'war nichtöffentlich und würde öffentlich.*--wird-oeffentlich' "$WORK/stderr"
done
added "still" 0
check "released with the word" status 0 rs freigeben -q --wird-oeffentlich $N
added "again" 1

check "minutes taken back" status 1 rs zurueckziehen $N --grund x
check "as OParl" status 0 rs oparl exportieren -q -o oparl
check "with them goes what the session added" python3 - <<'P'
import glob, json
m = [json.load(open(f)) for f in glob.glob('oparl/meeting/*.json')]
m = next(x for x in m if x['start'].startswith('2024-05-14'))
assert not any(i['number'] == 'Ö 11' for i in m['agendaItem']) and len(m['agendaItem']) > 9, m['agendaItem']
items = [json.load(open(f)) for f in glob.glob('oparl/agendaitem/*.json')]
assert len([i for i in items if i.get('deleted')]) == 1, items
P
check "no name of others" absent 'Rosa Ruhig|Fritz Förster|Familie Geheim' public.txt
