# A corrected paper names what it replaces; a title that a spreadsheet would calculate.
taken='"kennung": "=4702", "adresse": "https://ratsinfo.example.org/vo?id=2"'
python3 - <<'P'
import json
q = json.load(open('first/quittung.json'))
for i, e in enumerate(q['eintraege']):
    e.update(kennung=f'={4700 + i}', adresse=f'https://ratsinfo.example.org/vo?id={i}')
json.dump(q, open('q.json', 'w'))
P
check "all are taken" says "5 übernommen" rs quittieren q.json
sed -i 's|<titel>Beschluss über die Planung|<titel>=1+1 \&amp; "Planung"|
	s/Zeichen der Integration/Zeichen der Eintracht/' $PAPER
check "taken in, corrected" status 0 rs aufnehmen -q $PAPER
check "released" status 0 rs freigeben -q $PAPER
check "not handed over as it was issued before" status 1 rs abgeben -q --sitzung $MAY -o early.zip
check "which is told, with what to do" grep -qE "$PAPER:3: Fehler: .*nach seiner letzten Ausgabe.*ABGABEALT" stderr
check "nothing was packed" test ! -e early.zip
check "issued" status 0 rs ausgeben -q -o ausgabe $PAPER
check "handed over" status 0 rs abgeben -q --sitzung $MAY -o abgabe.zip
unpack abgabe.zip new
old=$(sha512sum <first/beschlussvorlage-2023-0123.pdf | cut -d' ' -f1)
check "the new one names the old one" holds new 'doc("2023/0123")["fassung"] == 2 and doc("2023/0123")["ersetzt"] ==
	{"fassung": 1, "datei": "beschlussvorlage-2023-0123.pdf", "sha512": "'"$old\", $taken"'}'
check "the others are what they were" holds new '[x["fassung"] for x in m["dokumente"]] == [1, 1, 2, 1, 1]'
check "in the table too" holds new '[r["ersetzt"] != "" for r in t] == [False, False, True, False, False]'
check "no formula in a table" absent '(^|;)"[=+@-]' new/papiere.csv new/quittung.csv
check "the title is in it" grep -q "\"'=1+1" new/papiere.csv
check "only the new one is open" test "$(open_ones)" -eq 1
check "the new one again" status 0 rs abgeben -q --sitzung $MAY -o again.zip
check "the same bytes" cmp abgabe.zip again.zip
