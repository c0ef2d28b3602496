# A chapter stands for its document; the register is found from every folder below the town; a slip is told once.
chapter=$(basename "$(ls $K18/02*.xml | head -n 1)")
check "a chapter" status 0 "$R" pruefen $K18/$chapter
check "its document is named" grep -q "$chapter: Hinweis: Die Datei ist ein Teil von „$K18/konzept.xml“" "$WORK/stderr"
cd $K18 || return
check "from its folder" status 0 "$R" pruefen "$chapter"
check "and set" status 0 "$R" setzen -q -o "$WORK/chapter.pdf" "$chapter"
cd "$WORK" || return
cp $K18/konzept.xml $K18/a-entwurf.xml
check "of a draft and the main file, the main one" says "„$K18/konzept.xml“" "$R" pruefen $K18/$chapter
mv $K18/konzept.xml $K18/z.txt
check "of drafts alone, the draft" says "„$K18/a-entwurf.xml“" "$R" pruefen $K18/$chapter
mv $K18/z.txt $K18/konzept.xml
rm $K18/a-entwurf.xml
cp $K18/$chapter $K18/alone.xml
check "one that nothing includes is none" status 1 "$R" pruefen $K18/alone.xml
check "as before" grep -q 'WURZEL' "$WORK/stderr"
rm $K18/alone.xml
check "taken in" status 0 "$R" aufnehmen -q content/beckum/verzeichnis.xml $K18
cp content/beckum/register.db content/borken/register.db
for folder in beckum beckum/sitzungen beckum/sitzungen/2018-01 beckum/integrationskonzept-2018; do
	cd "$WORK/content/$folder" || return
	check "the register from $folder" says "../register.db: in Ordnung" bash -c "'$R' register pruefen 2>&1 |
		sed 's|^.*register.db|../register.db|'"
	check "only that of the town, from $folder" test "$("$R" register pruefen 2>&1 | grep -c 'register.db')" -eq 1
	cd "$WORK" || return
done
sed -i '0,/<wert ref="\([a-z-]*\)"/s//<wert ref="\1x"/' $K18/*.xml
slips=$(grep -ho '<wert ref="[a-z0-9-]*x"' $K18/*.xml | wc -l)
"$R" pruefen $K18 >said 2>&1
check "misspelt figures are told where they stand, nothing else" test "$(grep -c 'xml:' said)" -eq "$slips"
