# What the register lists, shows and finds.
check "an agenda" status 0 rs tagesordnung -o sitzung $SESSION
for l in papiere sitzungen ausgaben ausgegeben massnahmen; do
	check "list $l" status 0 rs register liste $l
	check "list $l as JSON" bash -c "'$R' register liste $l --register r.db --json | python3 -m json.tool"
done
check "columns are aligned" bash -c "'$R' register liste --register r.db |
	awk 'NR == 1 {p = index(\$0, \"id \")} NR > 1 && substr(\$0, p - 1, 1) != \" \" {exit 1}'"
check "one paper" says "baumpflanzung" rs register zeige 2023/0123
check "columns are spelt as people read them" says "federführung" rs register zeige 2023/0123
check "a number that is unknown" status 1 rs register zeige 1999/0001
check "found in small letters" says "2023/0124" rs register suche netzwerktreffen
check "found without ß and umlaut" says "2023/0125" rs register suche regelmassiger
check "an action that does not exist" status 2 rs register zaubern
check "a register that does not exist" status 3 "$R" register liste --breit --register gibt-es-nicht.db
check "the town has no register" status 3 "$R" register liste --breit

# a terminal has 80 columns: what fits, more with --breit; an umlaut and "…" are one column
"$R" register liste --register r.db >narrow 2>/dev/null
"$R" register liste --breit --register r.db >broad 2>/dev/null
check "lists fit into 80 columns" python3 -c '
import sys
lines = open("narrow").read().splitlines()
assert lines and all(len(line) <= 80 for line in lines), max(lines, key=len)
broad = open("broad").read().splitlines()
assert max(map(len, broad)) > 80 and not any("gekürzt" in line for line in broad)
'
check "what was cut is said" grep -q 'gekürzt; alles zeigen --breit und --json' narrow
check "help fits as well" python3 -c '
import subprocess, sys
for args in (["--hilfe"], ["vergleiche", "--hilfe"], ["register", "--hilfe"]):
    for line in subprocess.run([sys.argv[1], *args], capture_output=True, text=True).stdout.splitlines():
        assert len(line) <= 80 or " " not in line.strip(), line
' "$R"
