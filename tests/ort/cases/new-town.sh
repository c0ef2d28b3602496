# ort-anlegen makes what can be checked and set at once; it never touches what is there.
check "a town" status 0 "$R" ort-anlegen --unter "$WORK/probe" musterstadt
concept=$WORK/probe/content/musterstadt/konzept
check "it says how to go on" grep -qF "ratssatz setzen -o musterstadt.pdf $concept" stderr
check "its Konzept is fine" status 0 "$R" pruefen -q --streng "$concept"
check "not a word about it" test ! -s stdout -a ! -s stderr
from_root() { (cd / && "$R" setzen -q -o "$WORK/probe.pdf" "$concept"); }
check "set from anywhere" from_root
check "set with folders named" status 0 \
	"$R" setzen -q --gestaltung probe/templates --inhalt probe/content -o same.pdf "$concept"
check "the same bytes" cmp probe.pdf same.pdf
check "HTML" status 0 "$R" setzen -q --format html -o probe.html "$concept"
cp -r probe before
check "once more" status 2 "$R" ort-anlegen --unter "$WORK/probe" musterstadt
check "once more: told" grep -q "gibt es schon" stderr
rm -r probe/templates
check "half there" status 2 "$R" ort-anlegen --unter "$WORK/probe" musterstadt
check "half there: all as before" diff -r before/content probe/content
check "half there: nothing added" test ! -e probe/templates
check "a town that the program ships" status 0 "$R" ort-anlegen --unter "$WORK/ours" beckum "Stadt Beckum"
check "begins as shipped" cmp "$WORK/ours/templates/beckum/gestaltung.xml" "$TOP/templates/beckum/gestaltung.xml"
sed -i 's/<gestaltung [^>]*>/&<wort name="abbildung">Schaubild<\/wort>/' "$WORK/ours/templates/beckum/gestaltung.xml"
sed -i 's/<wort name="abbildung">/<wort name="abildung">/' "$WORK/ours/templates/beckum/gestaltung.xml"
check "and its own is the one that counts" says "abildung" "$R" pruefen "$WORK/ours/content/beckum/konzept"
check "an umlaut: how it is spelt right" says 'bad-koestritz' "$R" ort-anlegen --unter "$WORK/probe" 'Bad Köstritz'
for wrong in '' - ../x Köln 'a b' a/b; do
	check "no short name: „$wrong“" status 2 "$R" ort-anlegen --unter "$WORK/wrong" "$wrong"
done
check "a name with an angle bracket" status 2 "$R" ort-anlegen --unter "$WORK/wrong" x 'Stadt <X>'
check "nothing of that is made" test ! -e wrong
check "a folder nobody can write to" status 3 "$R" ort-anlegen --unter /dev/null/x musterstadt
judged_by_verapdf probe.pdf
