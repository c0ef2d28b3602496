# What setzen writes for word processors: well-formed, twice the same bytes, every word of the paragraphs, read back.
for f in docx odt; do
	for d in "$TOP/tests/golden/bausteine.xml" "$TOP/content/beckum/integrationskonzept-2018"; do
		n=$(basename "$d" .xml)
		check "$n as $f" "$R" setzen -q --inhalt "$(inhalt "$d")" --format "$f" -o "$n.$f" "$d"
		cp "$n.$f" first
		check "$n as $f once more" "$R" setzen -q --inhalt "$(inhalt "$d")" --format "$f" -o "$n.$f" "$d"
		check "$n.$f: the same bytes" cmp first "$n.$f"
		check "$n.$f: well-formed" wellformed "$n.$f"
		same "$n.$f: read back, a second reader counts the same words" "$n.$f"
		check "$n.$f: every word of its paragraphs" python3 "$TOP/tests/lesen/absaetze.py" "$d" "$n.$f"
	done
done
judged
cp "$TOP/README.md" bausteine.docx
check "a file of somebody else stays" status 3 "$R" setzen -q --inhalt "$TOP/tests/inhalt" --format docx \
	-o bausteine.docx "$TOP/tests/golden/bausteine.xml"
./fluss integrationskonzept-2018.docx >read
check "headings come back" says_all read 'heading 1 .*style="heading 1"' 'text: Ausgangslage'
check "footnotes come back" says_all read 'note style="Fußnote"' 
check "tables come back with their heads" says_all read 'row head'
check "lists come back" says_all read 'item 1 label="–"'
check "stand makes none" status 2 "$R" stand --format docx "$TOP/content/beckum/integrationskonzept-2018"
