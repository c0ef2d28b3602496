# What goes in is never written over, by whatever name; pipes and devices are refused, not waited for; long names work.
master=$K18/konzept.xml
cp $master before.xml
ln -s "$PWD/$master" link.xml
ln $K18/daten/altersgruppen.csv hard.csv
for target in $master link.xml "$PWD"/content/beckum/../beckum/integrationskonzept-2018/konzept.xml; do
	check "the source is not replaced: ${target##*/}" status 3 "$R" setzen -q -o "$target" $K18
	check "as HTML neither" status 3 "$R" setzen -q --format html -o "$target" $K18
done
check "nor its data through another name" status 3 "$R" setzen -q -o hard.csv $K18
check "nor the directory of the town" status 3 "$R" setzen -q -o content/beckum/verzeichnis.xml $K18
check "nor the template" status 3 "$R" setzen -q -o templates/beckum/gestaltung.xml $K18
check "nor an edition that is compared" status 3 "$R" vergleiche -q -o $K19/konzept.xml $K18 $K19
check "it says which" says "an die Stelle von" "$R" setzen -o link.xml $K18
check "the source is as it was" cmp before.xml $master
check "nothing lies beside it" test -z "$(find content -name '.*')"
"$R" aufnehmen -q content/beckum/verzeichnis.xml $K18 2>/dev/null
cp content/beckum/register.db r.db
check "nor the register" status 3 "$R" setzen -q -o content/beckum/register.db $K18
check "the register is as it was" cmp r.db content/beckum/register.db

mkfifo pipe.xml
check "a pipe" status 3 timeout 20 "$R" pruefen pipe.xml
check "what it is" says "eine Pipe" timeout 20 "$R" pruefen pipe.xml
check "a device" status 3 timeout 20 "$R" pruefen /dev/zero
rm $K18/daten/altersgruppen.csv && mkfifo $K18/daten/altersgruppen.csv
for command in "liste" "pruefen" "wiederherstellen pipe.xml"; do
	# shellcheck disable=SC2086
	check "a pipe as register: $command" status 3 timeout 20 "$R" register $command --register pipe.xml
done
# what other commands write
directory=content/beckum/verzeichnis.xml
cp $directory before.xml
check "a plan of jobs replaces no source" status 3 "$R" stapel plan -q -o $directory content
check "told" says "käme an die Stelle von" "$R" stapel plan -q -o $directory content
echo mine >plan.ndjson
check "nor somebody's file" says "so hat ratssatz sie nicht geschrieben" "$R" stapel plan -q -o plan.ndjson content
check "a reference" status 3 "$R" referenz befehle -o $directory
check "the source is as it was" cmp before.xml $directory
ln -sf "$PWD/$directory" link.xml
look=templates/beckum/regeln.xml
cp content/beckum/register.db r.db
for target in $directory link.xml $look r.db; do
	cp -L "$target" kept
	check "nor when it is asked for: $target" status 3 "$R" stapel plan -q --ersetzen -o "$target" --register r.db \
		--gestaltung templates content
	check "told why: $target" grep -q "käme an die Stelle von .*\[SCHREIBEN\]" "$WORK"/stderr
	check "it is as it was: $target" cmp kept "$target"
done
check "a plan beside the sources is one" status 0 "$R" stapel plan -q -o content/beckum/jobs.ndjson content
check "and is replaced" status 0 "$R" stapel plan -q -o content/beckum/jobs.ndjson content
rm content/beckum/jobs.ndjson
check "a plan" status 0 "$R" stapel plan -q -o stapel/jobs.ndjson content
check "is replaced by a plan" status 0 "$R" stapel plan -q -o stapel/jobs.ndjson content
check "a script" status 0 "$R" stapel skript parallel -o lauf.sh stapel/jobs.ndjson
check "is replaced by a script" status 0 "$R" stapel skript parallel -o lauf.sh stapel/jobs.ndjson
check "not the plan, whoever asks" status 3 \
	"$R" stapel skript parallel --ersetzen -o stapel/jobs.ndjson stapel/jobs.ndjson
echo 'echo mein' >lauf.sh
check "another one is not" status 3 "$R" stapel skript parallel -o lauf.sh stapel/jobs.ndjson
check "it is as it was" grep -q mein lauf.sh
check "the next edition" status 0 "$R" fortschreiben -q --von $K19 --nach content/beckum/integrationskonzept-2020
check "its sheets" status 0 "$R" stand -q --boegen boegen content/beckum/integrationskonzept-2020
check "are made again" status 0 "$R" stand -q --boegen boegen content/beckum/integrationskonzept-2020
one=$(ls boegen/*.csv | head -1)
sed -i '2s/;\(""\)\{0,1\}\r$/;Danke\r/' "$one"
cp "$one" filled.csv
check "unless somebody filled one in" says "[BEARBEITET]" "$R" stand --boegen boegen \
	content/beckum/integrationskonzept-2020
check "which is as it was" cmp filled.csv "$one"
check "a pipe as output, nobody reads" status 3 timeout 20 "$R" setzen -q -o pipe.xml $K19
check "it is still there" test -p pipe.xml
timeout 20 cat pipe.xml >read.pdf &
check "a pipe as output, somebody reads" status 0 timeout 20 bash -c "sleep 0.2; '$R' setzen -q -o pipe.xml $K19"
wait
check "all of it" grep -q '%%EOF' read.pdf
check "a pipe as data" says "keine gewöhnliche Datei" timeout 20 "$R" pruefen $K18
long=$(printf 'ä%.0s' $(seq 125)).pdf
check "a name of 254 bytes" status 0 "$R" setzen -q -o "$long" $K19
check "the file is there" test -s "$long"
check "what it is made of" status 0 "$R" setzen -q --deps -o "$long" $K19
check "is known, too" says "unverändert" "$R" setzen --deps --nur-geaenderte -o "$long" $K19

odd=$'aus\n# fehlt x: \x01'
check "control characters in a name: nothing is said of it line by line" status 0 \
	"$R" setzen -q --nur-geaenderte -o "$odd.pdf" $K18/../integrationskonzept-2012
check "the file is there" test -s "$odd.pdf"
check "no list that could be misread" test -z "$(ls .d 2>/dev/null | grep -a fehlt)"
check "set once more" status 0 "$R" setzen -q --nur-geaenderte -o "$odd.pdf" $K18/../integrationskonzept-2012
