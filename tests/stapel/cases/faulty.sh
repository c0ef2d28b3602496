# A faulty document stops no other; what is lost leaves a named gap; what changed is not set as planned.
papers=(content/beckum/sitzungen/2023-05-31/vorlage-*.xml)
number() { sed -n 's/.*<vorlage.* nummer="\([^"]*\)".*/\1/p' "$1"; }
sed -i 's/<titel>/<tietel>/' "${papers[0]}"
check "planned" status 0 "$R" stapel plan -q content/beckum -o s/jobs.ndjson
check "the faulty one is told" status 1 "$R" stapel lauf -q s/jobs.ndjson
check "with its fault" grep -qE "^${papers[0]}:[0-9]+: Fehler: .*tietel" "$WORK/stderr"
check "and its town" grep -qE "^s/jobs.ndjson:[0-9]+: Fehler: Job [0-9]+ \(beckum\): .*${papers[0]} " "$WORK/stderr"
check "no other" equal "$(grep -c STAPELFEHLER "$WORK/stderr")" 1
check "again: told, but not set" status 1 "$R" stapel lauf -q s/jobs.ndjson
check "as before" grep -qE "^${papers[0]}:[0-9]+: Fehler: .*tietel" "$WORK/stderr"

# one result is lost, one is damaged
key() { python3 -c 'import json, sys
for line in open("s/jobs.ndjson"):
	if json.loads(line)["dokument"] == sys.argv[1]: print(json.loads(line)["schluessel"])' "$1"; }
rm s/ablage/*/"$(key "${papers[1]}")".*
echo damaged >>"$(echo s/ablage/*/"$(key "${papers[2]}")".json)"
check "collected as far as there is something" status 1 "$R" stapel sammeln -q s/jobs.ndjson
for k in 0 1 2; do
	gap="^${papers[k]}: Fehler: Job [0-9]+ \(beckum\).*$(number "${papers[k]}").*\[STAPELLUECKE\]"
	check "the gap of paper $k is named" grep -qE "$gap" "$WORK/stderr"
done
check "no other gap" equal "$(grep -c STAPELLUECKE "$WORK/stderr")" 3
check "the others are in the register" says "$(number "${papers[3]}")" \
	"$R" register liste papiere --register content/beckum/register.db
check "those are not" status 1 "$R" register zeige "$(number "${papers[1]}")" --register content/beckum/register.db
sed -i 's/<tietel>/<titel>/' "${papers[0]}"
check "mended, planned again" status 0 "$R" stapel plan -q content/beckum -o s/jobs.ndjson
check "what was lost is done again" says "3 gesetzt" "$R" stapel lauf s/jobs.ndjson
check "collected" status 0 "$R" stapel sammeln -q s/jobs.ndjson
check "now it is there" status 0 "$R" register zeige "$(number "${papers[1]}")" --register content/beckum/register.db

# changed between plan and run, between run and collecting
sed -i 's/<betreff>/<betreff>Neu /; s/<titel>/<titel>Neu: /' "${papers[3]}"
rm -r s/ablage/??
check "not as planned" status 1 "$R" stapel lauf -q s/jobs.ndjson
check "that is told" grep -qE "^${papers[3]}: Fehler: .*\[STAPELGEAENDERT\]" "$WORK/stderr"
check "a change is not collected" status 1 "$R" stapel sammeln -q s/jobs.ndjson
check "that, too" grep -qE "^${papers[3]}: Fehler: .*\[STAPELLUECKE\]" "$WORK/stderr"

# the calls
check "a job there is not" status 3 "$R" stapel lauf -q s/jobs.ndjson --job 999
check "no number" status 2 "$R" stapel lauf s/jobs.ndjson --job eins
check "two ways" status 2 "$R" stapel lauf s/jobs.ndjson --job 1 --bis 2
check "no town" status 3 "$R" stapel plan gibtsnicht -o x.ndjson
sed 's/"sha256":"[0-9a-f]/&0/' s/jobs.ndjson >s/x.ndjson
check "a line that is no job" status 3 "$R" stapel lauf s/x.ndjson
check "is told" grep -q '^s/x.ndjson:1: Fehler: .*STAPELPLAN' "$WORK/stderr"
check "a name is enough" status 0 "$R" stapel plan -q borken -o b/jobs.ndjson
