# The register gives numbers, writes them into the source, and changes no other byte of it.
another_paper neu-eins $MAY/vorlage-x1.xml
another_paper neu-zwei $MAY/vorlage-x2.xml
cp $MAY/vorlage-x1.xml before.xml
check "numbers are given" status 0 rs aufnehmen $MAY/vorlage-x1.xml $MAY/vorlage-x2.xml
check "the next of the year" grep -q 'nummer="2023/0126"' $MAY/vorlage-x1.xml
check "and the one after it" grep -q 'nummer="2023/0127"' $MAY/vorlage-x2.xml
check "all other bytes are the same" py "
a = open('before.xml', 'rb').read()
b = open('$MAY/vorlage-x1.xml', 'rb').read()
assert b.replace(b' nummer=\"2023/0126\"', b'') == a and len(b) > len(a)"
cp before.xml $MAY/vorlage-x1.xml
check "once more without its number" status 0 rs aufnehmen $MAY/vorlage-x1.xml
check "gets the same" grep -q 'nummer="2023/0126"' $MAY/vorlage-x1.xml
sed -i 's/id="neu-zwei"/id="neu-drei"/; s/0127/0126/' $MAY/vorlage-x2.xml
check "a number that another has" status 1 rs aufnehmen -q $MAY/vorlage-x2.xml
another_paper neu-vier $MAY/vorlage-x3.xml
another_paper neu-fuenf $MAY/vorlage-x4.xml
sed -i 's/<titel>/<titul>/' $MAY/vorlage-x4.xml
check "one is faulty: none is taken in" status 1 rs aufnehmen $MAY/vorlage-x3.xml $MAY/vorlage-x4.xml
check "no number in the other's source" absent 'nummer=' $MAY/vorlage-x3.xml
check "taken in alone" status 0 rs aufnehmen -q $MAY/vorlage-x3.xml
check "no number is lost" grep -q 'nummer="2023/0128"' $MAY/vorlage-x3.xml
rm $MAY/vorlage-x*.xml
check "no other source has changed" diff -r content "$TOP/content"

# what a folder costs is not paid again for each of its files
if command -v strace >/dev/null; then
	for k in $(seq 20); do another_paper viele-$k $MAY/vorlage-y$k.xml; done
	strace -f -qq -o calls -e trace=fsync,syncfs "$R" aufnehmen -q --register r.db $MAY/vorlage-y*.xml
	check "all have their number" equal "$(grep -l nummer= $MAY/vorlage-y*.xml | wc -l)" 20
	check "the folder is not synced with each" test "$(grep -c sync calls)" -lt 10
	rm $MAY/vorlage-y*.xml
else
	skip "a folder of many papers: strace is missing"
fi
