# A camera's picture, a JPEG of 24 megapixels and more, is taken as it is.
if ! command -v pdftoppm >/dev/null; then skip "pdftoppm is missing: no large picture"; return; fi
B=content/beckum/bericht-bild
mkdir -p $B
cat >$B/bericht.xml <<-'X'
	<?xml version="1.0" encoding="UTF-8"?>
	<bericht xmlns="urn:ratssatz:1" ort="beckum" edition="2023">
	<angaben><titel>Bilder</titel><stand datum="2023-10"/><herausgeber stelle="stadt"/></angaben>
	<kapitel id="k"><titel>Bild</titel><absatz>Siehe <verweis ziel="a"/>.</absatz>
	<abbildung id="a" datei="bild.jpg" alt="Eine Fläche"><aussage>Es ist so.</aussage></abbildung>
	</kapitel></bericht>
X
"$R" setzen -q -o page.pdf $PAPER 2>/dev/null
pdftoppm -singlefile -jpeg -gray -scale-to-x 6000 -scale-to-y 4000 page.pdf $B/bild
mv $B/bild.jpg $B/bild 2>/dev/null; mv $B/bild $B/bild.jpg
check "set" status 0 "$R" setzen -o bericht.pdf $B
check "nothing is said of it" absent '\[BILD' "$WORK/stderr"
check "as large as it was" bash -c "pdfimages -list bericht.pdf | grep -q ' 6000  *4000 .* jpeg '"
check "as HTML" status 0 "$R" setzen -q --format html -o bericht.html $B
