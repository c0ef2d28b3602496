# GNU parallel runs the script; a piece that is killed is done again.
if ! command -v parallel >/dev/null; then
	skip "GNU parallel: it is not installed"
	return
fi
mkdir "ein Haus" && mv content "ein Haus" && cd "ein Haus" || return
export HOME=$PWD
check "planned" status 0 "$R" stapel plan -q content -o s/jobs.ndjson
check "a script" status 0 "$R" stapel skript parallel s/jobs.ndjson
check "again" status 0 "$R" stapel skript -q parallel s/jobs.ndjson
sed -i '2i # --job 3' s/jobs.ndjson.parallel.sh
check "one that somebody changed stays" says "[FREMDEDATEI]" "$R" stapel skript parallel s/jobs.ndjson
check "as it was" grep -q '^# --job 3' s/jobs.ndjson.parallel.sh
check "replaced on request" status 0 "$R" stapel skript -q --ersetzen parallel s/jobs.ndjson
check "it is new" absent '--job 3' s/jobs.ndjson.parallel.sh
cp -r content single
mkdir one
(cd one && cp -r ../single content && "$R" stapel plan -q content -o s/jobs.ndjson &&
	"$R" stapel lauf -q --kerne 1 s/jobs.ndjson && "$R" stapel sammeln -q s/jobs.ndjson)
# the program that parallel calls is killed once
cat >once <<-X
	#!/bin/sh
	[ -e killed ] || { touch killed; kill -9 \$\$; }
	exec "$R" "\$@"
X
chmod +x once
check "run" env RATSSATZ="$PWD/once" STUECK=3 sh s/jobs.ndjson.parallel.sh
check "one was killed" test -e killed
for town in beckum borken; do
	check "the register of $town" diff <(dump content/$town/register.db) <(dump one/content/$town/register.db)
done
check "the files" diff -r s/ausgabe one/s/ausgabe
check "run again, nothing is new" says "2 Kommunen unverändert" sh s/jobs.ndjson.parallel.sh
