# What is in the next edition.
check "it is valid" status 0 "$R" pruefen -q "${with[@]}" $NEW
ids() { grep -ohE '\bid="[^"]*"' "$1"/*.xml | sort; }
check "all ids stay, the part for what became of the Massnahmen comes with it" \
	equal "$(comm -13 <(ids $OLD) <(ids $NEW))$(comm -23 <(ids $OLD) <(ids $NEW))" 'id="umsetzungsstand"'
comments() { grep -oh '<!--.*' "$1"/*.xml | sort; }
check "comments stay" cmp <(comments $OLD) <(comments $NEW)
check "edition and predecessor" grep -q 'edition="2020" vorgaenger="2018"' $NEW/konzept.xml
check "the second Fortschreibung" grep -q '<untertitel>2\..*Fortschreibung' $NEW/konzept.xml
check "years are counted from 2018" grep -q 'jahre="2" seit="2018"' $NEW/02-02-sprache.xml
check "the edition after that" status 0 "$R" fortschreiben -q "${with[@]}" --von $NEW --nach content/beckum/probe-2022
check "years are counted from 2018 there, too" \
	grep -q 'jahre="2" seit="2018"' content/beckum/probe-2022/02-02-sprache.xml
check "no laut-… stays" nowhere 'laut-|<laut' "$NEW"
check "there are figures" grep -qE '<(kennzahl|diagramm) ' $NEW/konzept.xml
check "each Kennzahl and chart is out of date" \
	test -z "$(grep -E '<(kennzahl|diagramm) ' $NEW/*.xml | grep -v 'veraltet="ja"')"
check "each Maßnahme is open" test "$(grep -ho '<massnahme [^>]*' $NEW/*.xml | grep -c 'status="offen"')" \
	-eq "$(grep -ho '<massnahme ' $OLD/*.xml | wc -l)"
check "data lie with it" cmp $OLD/daten/zuweisungen.csv $NEW/daten/zuweisungen.csv
sums $NEW >before
check "a second call" status 0 "$R" fortschreiben -q "${with[@]}" --von $OLD --nach $NEW
check "changes nothing" cmp before <(sums $NEW)
# A reason that the program asks for is printed.
sed -i '0,/status="offen"/s//status="entfallen" grund="Das Land hat die Kurse übernommen."/' $NEW/02-05-begegnung.xml
check "set with a reason" status 0 "$R" setzen -q "${with[@]}" -o grund.pdf $NEW
check "the reason is printed" bash -c "pdftotext -layout grund.pdf - | tr -s ' \n' ' ' | grep -q 'Kurse übernommen'"
