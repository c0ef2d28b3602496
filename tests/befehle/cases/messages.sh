# What a code means; messages as JSON and SARIF.
check "erklaere" status 0 "$R" erklaere summe
check "erklaere: an unknown code" status 2 "$R" erklaere QUATSCH
"$R" erklaere | awk '{print $1}' >codes
check "there are codes" test "$(wc -l <codes)" -gt 150
for code in $(cat codes); do
	check "$code has a text" test "$("$R" erklaere "$code" | tail -n +2 | wc -c)" -ge 60
done
check "no code twice" test -z "$(sort codes | uniq -d)"
sed 's/<absatz>/<apsatz>/' "$x" >broken.xml
"$R" pruefen --inhalt inhalt --meldungen json broken.xml >m.json 2>stderr
check "JSON: an object a line" python3 -c "
import json
rows = [json.loads(line) for line in open('m.json')]
assert rows and all(r['code'] and r['text'] for r in rows)"
"$R" pruefen --inhalt inhalt --meldungen sarif broken.xml "$x" >m.sarif 2>stderr
check "SARIF" python3 -c "
import json
run = json.load(open('m.sarif'))['runs'][0]
ids = {x['id'] for x in run['tool']['driver']['rules']}
assert run['results'] and all(x['ruleId'] in ids for x in run['results'])"
