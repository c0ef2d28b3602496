# Documents with all that is odd in them: text boxes of both kinds, content controls, fields and notes in each other,
# moved text, symbols, strict files, tables without a grid, converters' Markdown, mails, encodings. Each word of them is
# made to stand once; each is found again, or named as left out, and what comes of the file sets. NAME.quelle: how the
# chapters look where changes are accepted.
for f in "$TOP"/tests/lesen/korpus/*.*; do
	case $f in *.quelle) continue ;; esac
	name=$(basename "$f")
	check "$name is taken over" status 0 "$R" uebernehmen -q --ort beckum --aenderungen zeigen \
		--inhalt "$TOP/content" -o "$name" "$f"
	later lesen/zeichen.py "$name: each word is somewhere, once" "$f" "$name"
	check "$name sets" status 0 "$R" setzen -q --inhalt "$TOP/content" -o x.pdf "$name/bericht.xml"
done
judged
for f in "$TOP"/tests/lesen/korpus/*.quelle; do
	name=$(basename "$f" .quelle)
	check "$name, accepted" status 0 "$R" uebernehmen -q --ort beckum --inhalt "$TOP/content" \
		-o "an-$name" "${f%.quelle}"
	sed '1,/<\/angaben>/d' "an-$name/bericht.xml" >now
	check "$name: its chapters" diff "$f" now
done
echo '<title>Leer</title>' >leer.html
check "a file without text" status 0 "$R" uebernehmen -q --ort beckum --inhalt "$TOP/content" -o leer leer.html
check "sets all the same" status 0 "$R" setzen -q --inhalt "$TOP/content" -o x.pdf leer/bericht.xml
rows='<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>'
echo "<h1>K</h1><p class='caption'>Tabelle 3a: Kosten</p>$rows" >laut.html
check "a number with a letter is no number to be cut" status 0 "$R" uebernehmen -q --ort beckum \
	--inhalt "$TOP/content" -o laut laut.html
check "it stays in the caption" grep -q '<titel>Tabelle 3a: Kosten</titel>' laut/bericht.xml
