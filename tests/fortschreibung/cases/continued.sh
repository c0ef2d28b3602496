# What was added to the predecessor since comes along; every line of the author stays.
sed -i 's|<ziel>Die Medien am Ort|<!-- von uns --><ziel>Alle Medien am Ort|; s/status="offen"/status="laeuft"/' \
	$NEW/02-08-oeffentlichkeitsarbeit.xml
rm $NEW/05-fazit.xml
sed -i '/05-fazit/d' $NEW/konzept.xml
cp -r $NEW author
# measure ID STELLE POSTEN ZEIT GOAL: a Maßnahme
measure() {
	echo "<massnahme id=\"$1\"><ziel>$5</ziel><umsetzung><schritt>Es geschieht.</schritt></umsetzung>" \
		"<beteiligte><beteiligt stelle=\"$2\"/></beteiligte><finanzen><posten $3</posten></finanzen>" \
		"<zeitbedarf $4/></massnahme>"
}
news=$(measure m-zeitung fd-presse-kultur 'betrag="900" turnus="jaehrlich">Druck' 'klasse="kurzfristig" jahre="1"' \
	'Eine Zeitung erscheint für <wert ref="hefte"/> Menschen.')
sed -i "s|</massnahme>|&\n  $news|" $OLD/02-08-oeffentlichkeitsarbeit.xml
sed -i 's|</angaben>|<kennzahl id="hefte" name="Hefte" wert="500" einheit="Hefte" stichtag="2018"/>\n  &|
	s|<xi:include href="02-12-alter.xml"/>|&\n    <xi:include href="02-13-sport.xml"/>|' $OLD/konzept.xml
sed -e 's/id="rueckfuehrung"/id="sport"/; s/m-rueckfuehrung/m-sport/' \
	-e 's/Einführung eines Rückführungsmanagements/Sport/' $OLD/02-10-rueckfuehrung.xml >$OLD/02-13-sport.xml
check "completed" status 0 "$R" fortschreiben -q "${with[@]}" --von $OLD --nach $NEW
check "the new Maßnahme" grep -q '<massnahme id="m-zeitung" status="offen">' $NEW/02-08-oeffentlichkeitsarbeit.xml
check "with its Kennzahl" grep -q 'id="hefte".* veraltet="ja"' $NEW/konzept.xml
check "the new Handlungsfeld" grep -q '02-13-sport.xml' $NEW/konzept.xml
check "its file, too" grep -q 'id="m-sport".*status="offen"' $NEW/02-13-sport.xml
check "the chapter that was taken out" test -f $NEW/05-fazit.xml
check "no line of the author is lost" test -z "$(diff -r author $NEW | grep '^<')"
check "it is valid" status 0 "$R" pruefen -q "${with[@]}" $NEW
sums $NEW >before
check "once more" status 0 "$R" fortschreiben -q "${with[@]}" --von $OLD --nach $NEW
check "nothing is missing" cmp before <(sums $NEW)

club=$(measure m-verein caritas 'zustand="ohne">Kosten' 'klasse="laufend"' 'Vereine helfen.')
sed -i "s|</handlungsfeld>|$club&|" $OLD/02-12-alter.xml
rm $NEW/02-12-alter.xml
sed -i '/02-12-alter/d; s/id="ausgangslage"/id="ausgangslage" kurz="Lage"/' $NEW/konzept.xml
sed -i 's/id="sport"/id="sport" aus="alter"/; s/id="m-sport"/id="m-sport" aus="m-alter"/' $NEW/02-13-sport.xml
check "what finds no place is told" says "[EINFUEGEN]" "$R" fortschreiben "${with[@]}" --von $OLD --nach $NEW
check "parts that went into others do not come back" test ! -e $NEW/02-12-alter.xml
