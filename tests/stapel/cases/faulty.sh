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
# edited: whatever it says, a line is as it was written
edited() {
	sed "$1" s/jobs.ndjson >s/x.ndjson
	cmp -s s/x.ndjson s/jobs.ndjson && return 1
	for step in lauf sammeln; do
		status 3 "$R" stapel "$step" s/x.ndjson || return
		grep -q '^s/x.ndjson:[0-9]*: Fehler: .*STAPELPLAN' "$WORK/stderr" || return
	done
}
for edit in '$d' '2,$d' '1s/^/\xef\xbb\xbf/' 's/$/\r/' 's/"sha256":"[0-9a-f]/&0/' \
	'2s|"ausgabe":"[^"]*"|"ausgabe":"x.pdf"|' '2s/"ort":"beckum"/"ort":"borken"/' 's|"nummer":"2|"nummer":"9|' \
	'4s/"weg":"setzen"/"weg":"ausgeben"/' '1d' '1p' '3s/}$//' '2s/,"pruefsumme":"[0-9a-f]*"//'; do
	check "edited: $edit" edited "$edit"
done
check "a name is enough" status 0 "$R" stapel plan -q borken -o b/jobs.ndjson

# one place by two names is one town; two towns of one name are no plan
"$R" stapel plan -q content/borken -o b/one.ndjson
check "one town, named twice" status 0 "$R" stapel plan -q ./content/borken content/borken/ borken -o b/two.ndjson
check "is planned once" equal "$(wc -l <b/two.ndjson)" "$(wc -l <b/one.ndjson)"
mkdir other
cp -r content/borken other
check "another of its name" status 3 "$R" stapel plan -q content other -o b/x.ndjson
check "is told" grep -q '^other/borken: Fehler: .*STAPELORT' "$WORK/stderr"

# a town without documents
mkdir leer
mv other/borken leer
rm -r leer/borken/zusammenleben-2016
check "no documents" status 0 "$R" stapel plan -q leer -o l/jobs.ndjson
check "nothing to do" says "0 gesetzt" "$R" stapel lauf l/jobs.ndjson
check "nothing to collect" status 0 "$R" stapel sammeln -q l/jobs.ndjson
check "no script for nothing" says "hat keine Jobs" "$R" stapel skript parallel l/jobs.ndjson
: >l/cut.ndjson
for step in lauf sammeln "skript parallel"; do
	# shellcheck disable=SC2086
	check "a plan of nothing: $step" status 3 "$R" stapel $step l/cut.ndjson
	check "a plan of nothing: $step: told" grep -q '^l/cut.ndjson: Fehler: .*STAPELPLAN' "$WORK/stderr"
done

# what makes a register just now is not in the way
: >leer/borken/register.db
check "an empty register is none yet" status 0 "$R" stapel plan -q leer -o l/jobs.ndjson

# what cannot be read is a job that is told, and one again when it can; XML of others is none
: >leer/borken/empty.xml
iconv -t UTF-16 "${papers[3]}" >leer/borken/utf16.xml
sed 's/<vorlage/<vorlge/' "${papers[3]}" >leer/borken/misspelt.xml
echo '<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog"/>' >leer/borken/catalog.xml
check "planned with what cannot be read" says ": 3 Jobs" "$R" stapel plan leer -o l/jobs.ndjson
check "it is told" says "3 fehlerhaft" "$R" stapel lauf l/jobs.ndjson
check "each is a gap" says "3 Jobs ohne Dokument" "$R" stapel sammeln l/jobs.ndjson
cp content/borken/zusammenleben-2016/*.xml leer/borken && mv leer/borken/konzept.xml leer/borken/empty.xml
check "mended, it is planned anew" says "2 davon unverändert" "$R" stapel plan leer -o l/jobs.ndjson
check "and set" says "1 gesetzt" "$R" stapel lauf l/jobs.ndjson

# a damaged result is made again; what did not get to its place is not counted
"$R" stapel plan -q content/borken -o d/jobs.ndjson
"$R" stapel lauf -q d/jobs.ndjson
echo damaged >>"$(echo d/ablage/*/*.pdf)"
check "a damaged result" status 3 "$R" stapel sammeln d/jobs.ndjson
check "is none" grep -q '^0 Dokumente .* 1 Job ohne Dokument$' "$WORK/stderr"
check "is told with its document" grep -q '^content/borken/.*STAPELLUECKE' "$WORK/stderr"
check "is made again" says "1 gesetzt" "$R" stapel lauf d/jobs.ndjson
rm -rf d/ausgabe && mkdir d/ausgabe && : >d/ausgabe/borken
check "no place for it" status 3 "$R" stapel sammeln d/jobs.ndjson
check "is not counted" grep -q '^0 Dokumente .* 1 Job ohne Dokument$' "$WORK/stderr"
rm d/ausgabe/borken
check "collected" says "1 Dokument " "$R" stapel sammeln d/jobs.ndjson

# another look since: not collected, neither when it was already
cp -r "$TOP/templates" look
echo '<!-- another -->' >>look/borken/gestaltung.xml
for shelf in d/ablage d/neu; do
	[ -e $shelf ] || "$R" stapel lauf -q --ablage $shelf d/jobs.ndjson
	check "another look: $shelf" status 1 "$R" stapel sammeln -q --gestaltung look --ablage $shelf d/jobs.ndjson
	check "another look: $shelf: told" grep -q '^content/borken/.*Gestaltung.*STAPELLUECKE' "$WORK/stderr"
done
check "with its own it is collected" says "1 Kommune unverändert" "$R" stapel sammeln d/jobs.ndjson

# called from another folder; planned with whole paths, it does not matter which
away() (mkdir -p far/from && cd far/from && env -u RATSSATZ_INHALT "$R" "$@")
for step in lauf sammeln; do
	check "elsewhere: $step" status 3 away stapel "$step" ../../d/jobs.ndjson
	check "elsewhere: $step: told once" equal "$(grep -c 'STAPELORT\|STAPELLUECKE' "$WORK/stderr")" 1
done
(unset RATSSATZ_INHALT && cd other && "$R" stapel plan -q "$WORK/content/borken" -o "$WORK/w/jobs.ndjson")
for step in lauf sammeln; do check "whole paths: $step" status 0 away stapel "$step" -q "$WORK/w/jobs.ndjson"; done

# what many jobs read is told once
"$R" stapel plan -q content/beckum -o v/jobs.ndjson
echo '<!-- -->' >>content/beckum/verzeichnis.xml
check "the directory changed" status 1 "$R" stapel lauf -q --von 3 v/jobs.ndjson
check "is told once" equal "$(grep -c . "$WORK/stderr")" 1
sed -i '$d' content/beckum/verzeichnis.xml

# a register that somebody else works with: what is not in it is not counted
"$R" stapel plan -q content -o f/jobs.ndjson
"$R" stapel lauf -q f/jobs.ndjson
python3 - <<-'X' &
	import os, sqlite3, time
	c = sqlite3.connect("content/borken/register.db", isolation_level=None)
	c.execute("BEGIN EXCLUSIVE")
	open("locked", "w").close()
	while os.path.exists("locked"):
	    time.sleep(0.05)
	c.execute("ROLLBACK")
X
eventually test -e locked
check "a locked register" status 3 "$R" stapel sammeln f/jobs.ndjson
n=$(grep -c '"ort":"beckum"' f/jobs.ndjson)
check "of one town: the others are collected" grep -q "^$n Dokumente" "$WORK/stderr"
rm locked
wait
check "collected" says "1 Kommune unverändert" "$R" stapel sammeln f/jobs.ndjson
