# Raised and lowered digits, plus and minus stay, at the end of a word and within it, and are counted as plain; what
# has no sign of its own is told.
{
	echo '<p>25 m<sup>2</sup> Wald binden CO<sub>2</sub> und H<sub>2</sub>O,'
	echo '1<sup>st</sup> und x<sup> </sup>y.</p>'
	echo '<p>Es sind 10<sup>-3</sup> mol L<sup>−</sup><sup>1</sup> und K<sub>–4</sub>.</p>'
} >klein.html
check "taken over" status 0 "$R" uebernehmen "${IN[@]}" -q --ort beckum --art konzept -o klein klein.html
check "the digits are there" grep -q 'm² Wald binden CO₂ und H₂O, 1st und x y\.' klein/*.xml
check "and minus" grep -q 'Es sind 10⁻³ mol L⁻¹ und K₋₄\.' klein/*.xml
check "no word is lost" grep -q '"nicht-zugeordnet":[[:space:]]*0' klein/uebernahme.json
check "what was changed is told once" grep -q 'Hoch- oder tiefgestelltes in der Zeile' klein/uebernahme.html
check "it sets" status 0 "$R" setzen "${IN[@]}" -q -o klein.pdf klein/konzept.xml

# A hyphen at the end of a line: the dictionary knows whether it is one word; a word it does not know is told.
cat >trennung.txt <<'X'
Die Stadt Beckum fördert die Integra-
tion in den Haupt-
und Realschulen, die deutsch-
polnischen Feste im Bund-
Länder-Programm mit 50-
jährigen Gästen, der EU-
weiten Förderung und den Potenzi-
als der Quatsch-
mupfel von 2018–
2020.
X
check "taken over" status 0 "$R" uebernehmen "${IN[@]}" -q --ort beckum --art bericht -o trennung trennung.txt
tr -s ' \n' ' ' <trennung/bericht.xml >trennung.words
whole() { for w in "$@"; do grep -q "$w" trennung.words || return; done; }
check "words are whole, hyphens kept" whole 'die Integration in den Haupt- und Realschulen, die deutsch-polnischen' \
	'im Bund-Länder-Programm mit 50-jährigen Gästen, der EU-weiten Förderung' \
	'den Potenzials der Quatschmupfel von 2018–2020'
check "what no dictionary has is told, and only that" grep -q 'kein Wörterbuch das Wort kennt: „Quatschmupfel“"' \
	trennung/uebernahme.json

# A line by itself in front of the contents is the title; numbers below numbers are rows.
check "a text with contents" status 0 "$R" uebernehmen -q --ort beckum --inhalt "$TOP/content" \
	-o inhalt "$TOP/tests/lesen/dateien/inhalt.txt"
check "its title" grep -q '<titel>INTEGRATIONSBERICHT DER STADT MUSTERHAUSEN</titel>' inhalt/bericht.xml
check "its rows" test "$(cat inhalt/*.xml | grep -c '<zeile>')" = 3
