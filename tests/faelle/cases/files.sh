# What goes in is never written over, by whatever name; pipes and devices are refused, not waited for; long names work.
master=$K18/konzept.xml
cp $master before.xml
ln -s "$PWD/$master" link.xml
ln $K18/daten/altersgruppen.csv hard.csv
for target in $master link.xml $PWD/content/beckum/../beckum/integrationskonzept-2018/konzept.xml; do
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
check "a pipe as data" says "keine gewöhnliche Datei" timeout 20 "$R" pruefen $K18
long=$(printf 'ä%.0s' $(seq 125)).pdf
check "a name of 254 bytes" status 0 "$R" setzen -q -o "$long" $K19
check "the file is there" test -s "$long"

odd=$'aus\n# fehlt x: \x01'
check "control characters in a name: nothing is said of it line by line" status 0 \
	"$R" setzen -q --nur-geaenderte -o "$odd.pdf" $K18/../integrationskonzept-2012
check "the file is there" test -s "$odd.pdf"
check "no list that could be misread" test -z "$(ls .d 2>/dev/null | grep -a fehlt)"
check "set once more" status 0 "$R" setzen -q --nur-geaenderte -o "$odd.pdf" $K18/../integrationskonzept-2012
