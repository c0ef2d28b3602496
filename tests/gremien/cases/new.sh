# Something new from the last of its kind.
next=$SESSIONS/2027-01-01
for kind in vorlage sitzung; do
	check "a new $kind" status 0 "$R" neu $kind beckum -o $next/$kind-neu.xml
	check "a new $kind is valid" status 0 "$R" pruefen -q $next/$kind-neu.xml
done
check "a new paper keeps the office" grep -q 'federfuehrung stelle="fb-jugend-soziales"' $next/vorlage-neu.xml
check "a new paper has no number and no result" absent 'nummer=|ergebnis=' $next/vorlage-neu.xml
mkdir -p empty/musterstadt
check "a paper without a predecessor" status 0 "$R" neu vorlage musterstadt --inhalt empty
check "a session without a predecessor" bash -c "'$R' neu sitzung musterstadt --inhalt empty |
	python3 -c 'import xml.dom.minidom, sys; xml.dom.minidom.parse(sys.stdin)'"
