# Raised and lowered digits stay what they are, at the end of a word and within it, and are counted as plain ones; what
# has no sign of its own is told.
{
	echo '<p>25 m<sup>2</sup> Wald binden CO<sub>2</sub> und H<sub>2</sub>O,'
	echo '1<sup>st</sup> und x<sup> </sup>y.</p>'
} >klein.html
check "taken over" status 0 "$R" uebernehmen "${IN[@]}" -q --ort beckum --art konzept -o klein klein.html
check "the digits are there" grep -q 'm² Wald binden CO₂ und H₂O, 1st und x y\.' klein/*.xml
check "no word is lost" grep -q '"nicht-zugeordnet":[[:space:]]*0' klein/uebernahme.json
check "what was changed is told once" grep -q 'Hoch- oder tiefgestelltes in der Zeile' klein/uebernahme.html
check "it sets" status 0 "$R" setzen "${IN[@]}" -q -o klein.pdf klein/konzept.xml
