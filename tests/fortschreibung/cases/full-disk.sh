# On a full disk the next edition is begun whole or not at all, and so are outputs with what they depend on.
. "$TOP/tests/full.sh"
disk 24 || return
mkdir disk/content
cp -r content/beckum disk/content
cd disk || return
rm -rf $NEW
step=64 full "the next edition" "$R" fortschreiben -q "${with[@]}" --von $OLD --nach $NEW
step=180 full "a PDF and its .d" "$R" setzen -q --deps "${with[@]}" -o k.pdf $OLD/konzept.xml
check "sheets" status 0 "$R" stand -q "${with[@]}" --boegen boegen $NEW
python3 - <<'P'
import csv
with open('boegen/bogen-fd-personal.csv', encoding='utf-8-sig', newline='') as f:
    rows = list(csv.reader(f, delimiter=';'))
at = {name: i for i, name in enumerate(rows[0])}
for r in rows[1:]:
    if r[at['art']] == 'massnahme':
        r[at['status']] = 'unveraendert'
with open('antwort.csv', 'w', encoding='utf-8-sig', newline='') as f:
    csv.writer(f, delimiter=';', quoting=csv.QUOTE_ALL).writerows(rows)
P
step=4 full "answers" "$R" antworten -q --eintragen "${with[@]}" antwort.csv
check "they are there" grep -rq 'status="unveraendert"' $NEW
step=8 full "a new town" "$R" ort-anlegen -q neustadt
cd ..
umount disk
