# Receipts as a table or as JSON: taken, refused, once more; and faulty ones.
# fill FORM TO SEPARATOR MARK: as a spreadsheet leaves it
fill() {
	python3 - "$@" <<-'P'
		import csv, sys
		form, to, separator, mark = sys.argv[1:5]
		z = list(csv.DictReader(open(form, newline=''), delimiter=';'))
		for i, r in enumerate(z[:4]):
		    taken = {'kennung': '=%d' % (4700 + i), 'adresse': 'https://ratsinfo.example.org/vo?id=%d' % i}
		    r.update({'ablehnung': 'falsche "Vorlagenart"; bitte\nneu'} if i == 0 else taken)
		with open(to, 'w', newline='', encoding='utf-8-sig' if mark == 'mark' else 'utf-8') as f:
		    w = csv.DictWriter(f, z[0].keys(), delimiter=separator)
		    w.writeheader()
		    w.writerows(z)
	P
}
fill first/quittung.csv q.csv , mark
check "a table" says "3 übernommen, 1 abgelehnt, 0 schon bekannt, 1 noch offen" rs quittieren q.csv
check "open: the refused one and the one without an answer" python3 - <<P
import json, subprocess
said = subprocess.run(['$R', 'register', 'liste', '--offen', '--json', '--register', 'r.db'], capture_output=True)
assert [x['stand'] for x in json.loads(said.stdout)] == ['abgelehnt', 'offen'], said
P
fill first/quittung.csv q.csv ';' none
check "the same again: nothing new" says "0 übernommen, 0 abgelehnt, 4 schon bekannt" rs quittieren q.csv
check "the register shows it" says "https://ratsinfo.example.org/vo?id=2" rs register zeige 2023/0123
python3 - <<'P'
import json
q = json.load(open('first/quittung.json'))
for i, e in enumerate(q['eintraege']):
    if i in (0, 4):
        e['kennung'] = str(4700 + i)
json.dump(q, open('q.json', 'w'))
P
check "as JSON, taken later" says "2 übernommen" rs quittieren q.json
check "nothing is open" test "$(open_ones)" -eq 0
check "the register is sound" status 0 rs register pruefen

# wrong WHAT TEXT EXPRESSION: the form spoilt by the expression on its text s
wrong() {
	python3 - "$3" <<-'P'
		import sys
		s = open('first/quittung.json').read()
		open('wrong.json', 'w').write(eval(sys.argv[1]))
	P
	check "$1" status 1 rs quittieren wrong.json
	check "$1: told" says "$2" rs quittieren wrong.json
}
wrong "no JSON" "wrong.json:7: Fehler: Hier ist die Datei kein JSON" 's.replace("\"datei\":", "\"datei\"", 1)'
wrong "empty" QUITTUNGFORM '""'
wrong "something else" QUITTUNGFORM '"{}"'
wrong "a digest cut short" QUITTUNGFORM 's.replace("\"sha512\":\t\"", "\"sha512\":\t\"x", 1)'
wrong "never handed over" QUITTUNGFREMD 's.replace(s[s.index("sha512")+10:][:6], "000000", 1)'
kennung='.replace("\"kennung\":\t\"\"", "\"kennung\":\t\"1\"", 1)'
wrong "taken and refused" QUITTUNGANGABE "s$kennung"'.replace("\"ablehnung\":\t\"\"", "\"ablehnung\":\t\"nein\"", 1)'
wrong "an address without an id" QUITTUNGANGABE \
	's.replace("\"adresse\":\t\"\"", "\"adresse\":\t\"https://a.example.org/1\"", 1)'
wrong "no address" QUITTUNGANGABE "s$kennung"'.replace("\"adresse\":\t\"\"", "\"adresse\":\t\"javascript:x\"", 1)'
printf 'a;b\n1;2\n' >wrong.csv
check "a table without a head" says "wrong.csv:1: Fehler: Die Kopfzeile" rs quittieren wrong.csv
printf '"sha512";"kennung"\n"\xff";1\n' >wrong.csv
check "no UTF-8" status 1 rs quittieren wrong.csv
check "no such file" status 3 rs quittieren gibt-es-nicht.json
check "after all these nothing has been added" test "$(rs register zeige 2023/0123 --json | grep -c '"quittung"')" -eq 1
