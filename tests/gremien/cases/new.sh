# Something new from the last of its kind.
next=$SESSIONS/2027-01-01
for kind in vorlage sitzung; do
	check "a new $kind" status 0 "$R" neu $kind beckum --gremium integrationsrat -o $next/$kind-neu.xml
	check "a new $kind is valid" status 0 "$R" pruefen -q $next/$kind-neu.xml
done
check "a new paper keeps the office" grep -q 'federfuehrung stelle="fb-jugend-soziales"' $next/vorlage-neu.xml
check "a new paper has no number and no result" absent 'nummer=|ergebnis=' $next/vorlage-neu.xml
mkdir -p empty/musterstadt
check "a paper without a predecessor" status 0 "$R" neu vorlage musterstadt --inhalt empty
check "a session without a predecessor" bash -c "'$R' neu sitzung musterstadt --inhalt empty |
	python3 -c 'import xml.dom.minidom, sys; xml.dom.minidom.parse(sys.stdin)'"
check "whose session?" says 'erwartet wird --gremium mit einem davon: rat, integrationsrat, ausschuss-soziales' \
	"$R" neu sitzung beckum
check "none of the town's" says 'Ein Gremium „senat“ gibt es nicht' "$R" neu sitzung beckum --gremium senat
check "of another body" status 0 "$R" neu sitzung beckum --gremium rat -o $next/sitzung-rat.xml
check "it is that body's" grep -q 'gremium="rat"' $next/sitzung-rat.xml
# What the skeleton says is nobody's word.
sed -i 's/rolle="entscheidung"/& datum="2023-05-31"/' $next/vorlage-neu.xml
check "taken in" status 0 rs aufnehmen -q $next/vorlage-neu.xml
check "not released" \
	says '„Hier steht, was beschlossen werden soll.“ steht so im Gerüst' rs freigeben $next/vorlage-neu.xml
check "the title, too" says '„Beschluss über das, worum es geht“ steht so im Gerüst' rs freigeben $next/vorlage-neu.xml
sed -i 's/Hier steht, [^<]*/Ein Satz der Stadt/; s/worum es geht/was nötig ist/' $next/vorlage-neu.xml
check "with words of one's own" status 0 rs aufnehmen -q $next/vorlage-neu.xml
check "released" status 0 rs freigeben -q $next/vorlage-neu.xml
