# A finished Massnahme gets a Posten of 5.000 Euro: no sum of the edition counts it, and a paper that presents the
# edition is held to the same sum.
sed -i '/Unterstützung der Ehrenamtlichen/s|zustand="laufende-verwaltung"|betrag="5000"|' $K19/02-07-ehrenamt.xml
presents() {
	sed "s|integrationskonzept-2018\"/>|integrationskonzept-2019\"/>|
		s|<kosten>|<kosten laut-summe=\"$1\">|" $PAPER >"${PAPER%/*}/v.xml"
}
presents 784000
check "the sum of what goes on is accepted" absent 'SUMME' <("$R" pruefen "${PAPER%/*}/v.xml" 2>&1)
presents 789000
check "with the finished one it is refused" \
	grep -q 'Summe 789.000.Euro, .*784.000' <("$R" pruefen "${PAPER%/*}/v.xml" 2>&1)
"$R" setzen -q --format html -o 2019.html $K19 2>/dev/null
check "the Finanzübersicht" grep -q 'circa.784.000.Euro' <(text 2019.html)
"$R" vergleiche $K18 $K19 >changes 2>/dev/null
check "the Synopse" grep -q '784.000.Euro' changes
check "and nowhere the wrong sum" absent '789\.000' changes <(text 2019.html)
check "the Zusammenfassung says what became of it, no deadline" \
	grep -q 'Ehrenamt[^|]*abgeschlossen –' <(text 2019.html)
check "the next edition begins" status 0 "$R" fortschreiben -q --von $K19 --nach content/beckum/integrationskonzept-2031
"$R" setzen -q --dump=vorlesen content/beckum/integrationskonzept-2031 >read 2>/dev/null
check "there it cost nothing in the edition before, either" \
	grep -q '^ *2.8.Ehrenamt.*, Fassung.*2019: –$' read
