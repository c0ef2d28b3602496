# A spreadsheet with a Massnahme in each row becomes a Konzept: a field for each Handlungsfeld (in merged cells, or
# named above its rows), amounts in Cent, offices of the town; what has no field stays as a remark, and the sum is held
# against the amounts.
for f in csv xlsx ods; do
	check "the plan as $f" status 0 "$R" uebernehmen "${IN[@]}" -q --ort beckum -o massnahmen-$f \
		"$HERE/original/massnahmen.$f"
	check "what it becomes" as_before massnahmen-$f
	check "it sets" status 0 "$R" setzen "${IN[@]}" -q -o massnahmen.pdf massnahmen-$f
done
check "a right sum is no finding" told massnahmen-csv 'not any("Summe" in b["text"] for b in j["befunde"])'
check "a wrong one is" told massnahmen-xlsx 'any("18.000,00" in b["text"] for b in j["befunde"])'
check "a bare number is a guess" told massnahmen-csv 'any("15000" in v["text"] for v in j["vermutungen"])'
{
	echo 'Titel;Ziel;Akteure;Laufzeit'
	echo 'Wohnen;;;'
	echo 'Börse;Alle wohnen.;Integrationsrat;laufend'
} >unter.csv
check "a row of one word names the rows below" status 0 "$R" uebernehmen "${IN[@]}" -q --ort beckum -o unter unter.csv
check "as their field" grep -q '<handlungsfeld id="wohnen">' unter/konzept.xml
printf 'Maßnahme;Kosten\nStühle;500\nTische;900\n' >kosten.csv
check "a list of costs" status 0 "$R" uebernehmen "${IN[@]}" -q --ort beckum -o kosten kosten.csv
check "is no plan" grep -q '<tabelle>' kosten/bericht.xml
