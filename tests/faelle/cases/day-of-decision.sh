# The day of a decision is entered after the session: no new edition, no new release. Nothing else may change with it.
. "$TOP/tests/clerk.sh"
at 2018-01-20T08:00:00Z
rs() { "$R" "$@" --register r.db; }
sed -i 's#<beschluss gremium="\(integrationsrat\|rat\)" datum="[^"]*"/>#<beschluss gremium="\1"/>#' $K18/konzept.xml
check "taken in" status 0 rs aufnehmen -q content/beckum/verzeichnis.xml $K18
check "released" status 0 rs freigeben -q $K18
check "issued" status 0 rs ausgeben -q -o aus $K18
cp -r $K18 kept
AMOUNT=02-03-jugendhilfe.xml
amount() {
	sed -i 's/640000/650000/; s/laut-kosten="[^"]*"//' $K18/$AMOUNT
	sed -i '/abweichung code="KOSTEN"/d' $K18/$AMOUNT
}
day() { sed -i "s#<beschluss gremium=\"rat\".*/>#<beschluss gremium=\"rat\" datum=\"$1\"/>#" $K18/konzept.xml; }
at 2018-03-02T08:00:00Z
amount
check "another amount is not issued" status 1 rs ausgeben -q -o aus $K18
check "told at its line" grep -q "$AMOUNT:27: Fehler: Seit der Freigabe" "$WORK"/stderr
day 2018-03-01
check "nor beside the day" status 1 rs ausgeben -q -o aus $K18
check "told at the amount" grep -q "$AMOUNT:27: Fehler" "$WORK"/stderr
cp kept/* $K18/ 2>/dev/null
day 2018-04-01
check "a day that is still to come" status 1 rs ausgeben -q -o aus $K18
check "told at its line" grep -q "konzept.xml:[0-9]*: Fehler: Seit der Freigabe" "$WORK"/stderr
day 2018-03-01
check "the day is entered" status 0 rs aufnehmen -q $K18
check "and issued" status 0 rs ausgeben -q -o aus $K18
day 2018-02-28
check "a fact stays, released or not" status 1 rs ausgeben -q -o aus $K18
day 2018-03-01
check "printed" grep -q "1. März 2018" <(pdftotext aus/beckum-integrationskonzept-2018-2.pdf - 2>/dev/null)
check "a fact of the register" says "rat 2018-03-01" rs register zeige beckum/integrationskonzept-2018
cp $K18/konzept.xml decided.xml
at 2018-04-02T08:00:00Z
amount
check "nothing else after it" status 1 rs ausgeben -q -o aus $K18
check "told at its line" grep -q "$AMOUNT:27: Fehler: .*nach der Sitzung vom 01.03.2018 geändert" "$WORK"/stderr
cp kept/$AMOUNT $K18/$AMOUNT
check "released again with its day" status 0 rs freigeben -q $K18
day 2018-03-29
check "a day that was stated stays" status 1 rs ausgeben -q -o aus $K18
check "told at its line" grep -q "konzept.xml:[0-9]*: Fehler: " "$WORK"/stderr
check "taken in, it is no fact" status 0 rs aufnehmen -q $K18
check "none" absent "2018-03-29" <(rs register zeige beckum/integrationskonzept-2018)

# the day is entered, and all is released again as by habit: that is no change either
cp kept/* $K18/ 2>/dev/null
rm r.db
at 2018-01-20T08:00:00Z
check "taken in" status 0 rs aufnehmen -q content/beckum/verzeichnis.xml $K18
check "released" status 0 rs freigeben -q $K18
check "issued" status 0 rs ausgeben -q -o aus3 $K18
at 2018-03-02T08:00:00Z
day 2018-03-01
check "taken in with the day" status 0 rs aufnehmen -q $K18
check "released with the day" status 0 rs freigeben -q $K18
check "issued" status 0 rs ausgeben -q -o aus3 $K18
check "the day is printed" grep -q "1. März 2018" <(pdftotext aus3/beckum-integrationskonzept-2018-2.pdf -)
amount
check "released with another amount" status 0 rs aufnehmen -q $K18
check "it was, by mistake" status 0 rs freigeben -q $K18
check "but not issued" status 1 rs ausgeben -q -o aus3 $K18
check "told at its line" grep -q "$AMOUNT:27: Fehler: .*nach der Sitzung vom 01.03.2018 geändert" "$WORK"/stderr

# by the command
cp kept/konzept.xml $K18/konzept.xml
rm r.db
at 2018-01-20T08:00:00Z
check "taken in" status 0 rs aufnehmen -q content/beckum/verzeichnis.xml $K18
check "released" status 0 rs freigeben -q $K18
check "issued" status 0 rs ausgeben -q -o aus2 $K18
at 2018-03-02T08:00:00Z
check "the decision" status 0 rs ergebnis -q --gremium rat --datum 2018-03-01 $K18 beschlossen
check "in the source, and only it" cmp $K18/konzept.xml decided.xml
check "a fact of the register" says "rat 2018-03-01: beschlossen" rs register zeige beckum/integrationskonzept-2018
check "issued" status 0 rs ausgeben -q -o aus2 $K18
check "of another body" status 1 rs ergebnis -q --gremium hauptausschuss --datum 2018-03-01 $K18 beschlossen
check "told what there is" grep -q "integrationsrat, rat" "$WORK"/stderr
check "a second day" status 1 rs ergebnis -q --gremium rat --datum 2018-03-02 $K18 beschlossen
