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
annexes='<anlage datei="scan.pdf" titel="Lageplan"/><anlage datei="plan.pdf" titel="Skizze"/>'
annexes=$annexes'<anlage datei="scan.pdf" titel="GEHEIMPLAN" oeffentlich="nein"/>'
annexes="<absatz>Siehe die Anlagen.</absatz></erlaeuterungen><anlagen>$annexes</anlagen>"
sed -i "s|</erlaeuterungen>|$annexes|" $PAPER
check "taken in" status 0 rs aufnehmen -q $directory $PAPER
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
