# The statement on accessibility: from the directory and the register, of the public only.
directory=content/beckum/verzeichnis.xml
check "without the town's data it is refused" status 1 rs barrierefreiheit -q -o web $directory
check "and it is said what is missing" says "ERKLAERUNG" rs barrierefreiheit -q -o web $directory
check "nothing is written" test ! -e web/barrierefreiheit.pdf
town='<barrierefreiheit datum="2023-05-01" mail="barriere@example.org"><pruefung name="veraPDF 1.28.2"'
town=$town' datum="2023-04-20" ergebnis="ohne Befund"/><barriere name="Alte Pläne" grund="werden beschrieben"/>'
town=$town'<durchsetzung name="Ombudsstelle A \&amp; B" mail="ombud@example.org"/></barrierefreiheit>'
sed -i "s|  </ort>|$town\n  </ort>|" $directory
cp "$TOP"/tests/pruefung/anlage/{scan,plan}.pdf $MAY
cp $MAY/scan.pdf $MAY/geheim.pdf
annexes='<anlage datei="scan.pdf" titel="Lageplan"/><anlage datei="plan.pdf" titel="Skizze"/>'
annexes=$annexes'<anlage datei="geheim.pdf" titel="GEHEIMPLAN" oeffentlich="nein"/>'
annexes="<absatz>Siehe die Anlagen.</absatz></erlaeuterungen><anlagen>$annexes</anlagen>"
sed -i "s|</erlaeuterungen>|$annexes|" $PAPER
check "taken in" status 0 rs aufnehmen -q $directory $PAPER
check "made" status 0 rs barrierefreiheit -q -o web $directory
check "what is not released is nobody's yet" absent "Lageplan" web/barrierefreiheit.html
check "released" status 0 rs freigeben -q $PAPER
check "made" status 0 rs barrierefreiheit -q -o web $directory
pdftotext web/barrierefreiheit.pdf said.txt
for words in "1. Mai 2023" "veraPDF 1.28.2" "Alte Pläne" "Ombudsstelle A & B" "Scan ohne Text" "ratssatz"; do
	check "it says: $words" grep -q "$words" said.txt
done
check "HTML says it, too" grep -q "barriere@example.org" web/barrierefreiheit.html
check "a good Anlage is no barrier" absent "Skizze" said.txt
check "nothing non-public" absent "GEHEIMPLAN" said.txt web/barrierefreiheit.html
cp web/barrierefreiheit.pdf before.pdf
check "made again" status 0 rs barrierefreiheit -q -o web $directory
check "the same bytes" cmp before.pdf web/barrierefreiheit.pdf

# what is taken back is in it no more: neither an Anlage alone nor files
files() { pdftotext -layout web/barrierefreiheit.pdf - | sed -n 's/^Vorlage  *\([0-9]*\) .*/\1/p'; }
before=$(files)
check "issued to two places: one file more" status 0 rs ausgeben -q -o zwei $PAPER
check "and there" status 0 rs ausgeben -q -o drei $PAPER
check "made" status 0 rs barrierefreiheit -q -o web $directory
check "counted once" equal "$(files)" $((before + 1))
sed 's|titel="Lageplan"|titel="NEUERPLAN"|' $PAPER >changed
cp $PAPER as-released && cp changed $PAPER
check "taken in with another Anlage" status 0 rs aufnehmen -q $PAPER
check "made" status 0 rs barrierefreiheit -q -o web $directory
check "not released: not told" absent "NEUERPLAN" web/barrierefreiheit.html
cp as-released $PAPER
check "as it was" status 0 rs aufnehmen -q $PAPER
check "made" status 0 rs barrierefreiheit -q -o web $directory
check "told again" grep -q "Lageplan" web/barrierefreiheit.html
check "the Anlage is taken back" status 0 rs zurueckziehen -q $MAY/scan.pdf --grund Namen --entfernen
check "made" status 0 rs barrierefreiheit -q -o web $directory
check "it is named no more" absent "Lageplan" web/barrierefreiheit.html
check "nor its files counted" test "$(files)" -lt $((before + 1))
