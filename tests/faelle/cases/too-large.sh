# Sums that are more than an amount may be are told wherever one is formed: no number is cut off in silence.
big=6000000000000
sed -i "s|betrag=\"640000\"|betrag=\"$big\"|" $K18/02-03-jugendhilfe.xml
sed -i "0,/<posten betrag=\"5000\" turnus=\"jaehrlich\">/s||<posten betrag=\"$big\">|" $K18/02-05-begegnung.xml
check "each amount alone is possible" absent 'BETRAG' <("$R" pruefen $K18 2>&1 | grep -v Finanz)
check "vergleiche tells the sum" says "[BETRAG]" "$R" vergleiche $K18 $K19
check "and fails" status 1 "$R" vergleiche $K18 $K19
sed -i 's|<kosten>|<kosten laut-summe="1">|' $PAPER
check "a paper that presents it tells it, too" says "Die Summe „einmalig“ ist zu groß" "$R" pruefen $PAPER
"$R" vergleiche -q -o s.html $K18 $K19 2>/dev/null
check "nothing is written" test ! -e s.html
check "nor printed" test -z "$("$R" vergleiche $K18 $K19 2>/dev/null)"
