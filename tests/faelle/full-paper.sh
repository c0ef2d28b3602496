# Sourced by stories of what is released: a session far ahead, and a paper $V made of all that a paper can be made of:
# its text, an included chapter, a table of numbers, a picture, an Anlage. at 2099-…: what time it is (tests/clerk.sh).
. "$TOP/tests/clerk.sh"
. "$TOP/tests/faelle/papers.sh"
V=$S/vorlage-v.xml SESSION=$S/sitzung-s.xml
printf 'Jahr;Menschen\n2024;10\n2025;12\n2026;15\n' >$S/zahlen.csv
cp "$TOP/tests/golden/bilder/palette.png" $S/bild.png
cp "$TOP/tests/pruefung/anlage/plan.pdf" $S/plan.pdf
echo 'Der Plan zeigt den Platz.' >$S/plan.txt
cat >$S/mehr.xml <<'X'
<?xml version="1.0" encoding="UTF-8"?>
<abschnitt xmlns="urn:ratssatz:1" id="mehr"><titel>Weiteres</titel>
<absatz>Der Platz liegt am Bach, wie Anlage 1 zeigt.</absatz>
<absatz>Er ist lange frei.</absatz>
</abschnitt>
X
# full_paper TITLE STEP…
full_paper() {
	cat >$V <<-X
		<?xml version="1.0" encoding="UTF-8"?>
		<vorlage xmlns="urn:ratssatz:1" xmlns:xi="http://www.w3.org/2001/XInclude" ort="beckum" id="v"
		art="beschlussvorlage" datum="2100-01-02">
		<angaben><titel>$1</titel><neutral>Angelegenheit am Bach</neutral><federfuehrung stelle="stadt"/>
		$(printf '%s\n' "${@:2}")
		</angaben>
		<beschlussvorschlag><beschluss id="b">Dem wird zugestimmt.</beschluss></beschlussvorschlag>
		<kosten><posten zustand="ohne"/></kosten>
		<erlaeuterungen><absatz>Gefragt haben viele (<verweis ziel="d"/>, <verweis ziel="a"/>).</absatz>
		<diagramm id="d" art="saeulen" daten="zahlen.csv" einheit="Menschen"><titel>Anfragen</titel>
		<aussage>Es werden mehr.</aussage><quelle>Eigene Zählung.</quelle></diagramm>
		<abbildung id="a" datei="bild.png" alt="Der Platz" breite="20mm"><titel>Der Platz</titel>
		<quelle>Stadt</quelle></abbildung>
		<xi:include href="mehr.xml"/></erlaeuterungen>
		<anlagen><anlage datei="plan.pdf" titel="Plan" seiten="1" alternative="plan.txt"/></anlagen></vorlage>
	X
}
# full_paper_out TITLE: it is decided in the session $SESSION, released, issued to aus and announced in sitz
full_paper_out() {
	full_paper "$1" "$(step 'gremium="rat" rolle="entscheidung" massgeblich="ja" datum="2100-05-05"')"
	check "taken in" status 0 rs aufnehmen -q content/beckum/verzeichnis.xml $SESSION $V
	check "released" status 0 rs freigeben -q $V
	check "issued" status 0 rs ausgeben -q -o aus $V
	check "announced" status 0 rs tagesordnung -q --bekanntgeben -o sitz $SESSION
}
session s 2100-05-05 17:00
sed -i 's/2026-01-02/2100-04-01/' $SESSION
full_paper "Spielplatz am Bach" "$(step 'gremium="rat" rolle="entscheidung" massgeblich="ja" datum="2100-05-05"')"
at 2100-04-01T08:00:00Z
