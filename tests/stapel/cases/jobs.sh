# Planned, done in pieces by several at once, collected: the files and the registers are those of one machine.
sed -i 's/ nummer="[^"]*"//' content/beckum/sitzungen/2023-05-31/vorlage-{austausch,netzwerk-integration}.xml
mkdir single
cp -r content single
# clerk COMMAND…: one machine, by hand
clerk() { (cd single && "$R" "$@" -q); }
beckum() { clerk "$@" content/beckum/*/konzept.xml content/beckum/sitzungen/*/*.xml; }
check "one machine takes in" beckum aufnehmen
check "one machine takes in another" clerk aufnehmen content/borken/*/konzept.xml

cp -r content untouched
mkdir mine
echo 'my notes' >mine/jobs.ndjson
mkdir -p taken/jobs.ndjson
check "not over what others wrote" says "[FREMDEDATEI]" "$R" stapel plan content -o mine/jobs.ndjson
check "nor where it cannot stand" status 3 "$R" stapel plan -q content -o taken/jobs.ndjson
check "nor below a file" status 3 "$R" stapel plan -q content -o mine/jobs.ndjson/below/jobs.ndjson
check "no number is given, no register made" diff -r content untouched
check "nothing is made beside it" equal \
	"$(find mine taken | sort | xargs)" "mine mine/jobs.ndjson taken taken/jobs.ndjson"
rm -r untouched
plan() { "$R" stapel plan -q content -o stapel/jobs.ndjson; }
check "planned" status 0 plan
n=$(wc -l <stapel/jobs.ndjson)
check "each document is a job" equal "$n" "$(find content -name '*.xml' -print0 | xargs -0 grep -lE \
	'^<(konzept|bericht|praesentation|vorlage|sitzung) ' | wc -l)"
check "numbers are given" grep -q ' nummer="2' content/beckum/sitzungen/2023-05-31/vorlage-austausch.xml
check "as one machine gives them" diff -r --exclude register.db\* content single/content
check "plan and results are for their owner" equal "$(stat -c %a stapel/jobs.ndjson stapel/ablage | xargs)" "600 700"
mode=$(printf '%o' $((0640 & ~$(umask))))
check "a register is for nobody else" equal "$(stat -c %a content/beckum/register.db)" "$mode"
"$R" register sichern copy.db --register content/beckum/register.db >/dev/null 2>&1
check "nor is a copy" equal "$(stat -c %a copy.db)" "$mode"
before=$(dump content/beckum/register.db)
for piece in "1 4" "5 9" "10 $n"; do
	read -r from to <<<"$piece"
	"$R" stapel lauf -q stapel/jobs.ndjson --kerne 1 --von "$from" --bis "$to" >>said 2>&1 &
done
wait
check "all were done in silence" equal "$(cat said)" ""
check "no register was touched" equal "$(dump content/beckum/register.db)" "$before"
check "again: nothing to do" says "$n lagen schon vor" "$R" stapel lauf stapel/jobs.ndjson
check "collected" status 0 "$R" stapel sammeln -q stapel/jobs.ndjson
for town in beckum borken; do
	check "the register of $town" diff <(dump content/$town/register.db) <(dump single/content/$town/register.db)
done
mkdir set
check "set by hand" status 0 "$R" setzen -q -o set content/beckum/sitzungen/*/*.xml content/*/*/konzept.xml \
	content/beckum/praesentation-2024-02-22 content/beckum/bericht-integrationsmanagement-2023
mkdir all
find stapel/ausgabe -name '*.pdf' -exec cp -t all {} +
check "the files" diff -r set all

# what is released is issued
check "released" status 0 "$R" freigeben -q content/beckum/sitzungen/*/*.xml content/beckum/*/konzept.xml
check "one machine releases" beckum freigeben
check "one machine issues" beckum ausgeben -o stapel/ausgabe/beckum
check "planned again" says " 3 davon unverändert" "$R" stapel plan content -o stapel/jobs.ndjson
check "nothing is set twice" says "$n lagen schon vor" "$R" stapel lauf stapel/jobs.ndjson
check "collected again" status 0 "$R" stapel sammeln -q stapel/jobs.ndjson
check "the register" diff <(dump content/beckum/register.db) <(dump single/content/beckum/register.db)
mkdir issued
cp -r stapel/ausgabe/beckum/{20,beckum-integ}*.pdf issued
check "the files that were issued" diff -r issued single/stapel/ausgabe/beckum
check "once more: nothing is new" says "2 Kommunen unverändert" "$R" stapel sammeln stapel/jobs.ndjson
check "nothing is issued twice" diff <(dump content/beckum/register.db) <(dump single/content/beckum/register.db)
