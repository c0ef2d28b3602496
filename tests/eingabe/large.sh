#!/usr/bin/env bash
# Bad inputs too large for the repository; what is expected of them is in tests/eingabe/gross. usage: large.sh FOLDER
mkdir -p "$1" && cd "$1" || exit 1

# document NAME: what is read stands from line 4 on in the chapter of a Konzept
document() {
	cat - >"$1.body"
	{
		printf '<konzept xmlns="urn:ratssatz:1" xmlns:xi="http://www.w3.org/2001/XInclude" '
		printf 'ort="beckum" edition="2018">\n'
		printf '<angaben><titel>Probe</titel><stand datum="2018-01"/><herausgeber stelle="stadt"/></angaben>\n'
		echo '<kapitel id="k"><titel>Kapitel</titel>'
		cat "$1.body"
		printf '</kapitel>\n</konzept>\n'
	} >"$1.xml"
	rm "$1.body"
}
# times N TEXT: TEXT, N times, a line each
times() { yes "$2" | head -n "$1"; }
paragraphs() { times "$1" '<absatz>Text</absatz>'; }
# around BEFORE AFTER: what is read, between the two
around() { printf '%s' "$1"; cat -; echo "$2"; }

# a million nested elements: one in a line from line 4 on; <konzept> and <kapitel> are the first two
times 1000000 '<kasten name="a">' | document gross-tiefe

# long texts: a hundred million letters, megabytes of words, in an attribute, in a name
head -c 100000000 /dev/zero | tr '\0' 'a' | around '<absatz>' '</absatz>' | document gross-text
{
	echo '<absatz>gut</absatz>'
	times 300000 'ein Wort' | around '<absatz>' '</absatz>'
	echo '<absaz/>'
} | document gross-absatz
times 3000000 'ein Wort' | around '<quelltext><![CDATA[' ']]></quelltext>' | document gross-cdata
times 200000 'ein Wort' | around '<absatz><abk langform="' '">A</abk></absatz>' | document gross-attribut
head -c 1000000 /dev/zero | tr '\0' 'a' | around '<' '/>' | document gross-name
{
	times 5000000 'ein Wort' | around '<!--' '--><absatz art="gross">a</absatz>'
} | document gross-kommentar

# many attributes, namespaces, elements
seq 0 99999 | sed 's/.*/a&=">"/' | around $'<absatz\n' '>Text</absatz>' | document gross-attribute
seq 0 999 | sed 's/.*/xmlns:a&="urn:&"/' | around $'<absatz\n' '>Text</absatz>' | document gross-namensraeume
times 2100000 '<umbruch/><umbruch/>' | tr -d '\n' | around $'<absatz>\n' '</absatz>' | document gross-elemente

# more lines than a 16-bit counter holds: faults on chosen lines, a start tag over two of them
{
	paragraphs $((65535 - 4))
	echo '<absatz art="a">Text</absatz>'
	echo '<absatz art="b">Text</absatz>'
	paragraphs $((70000 - 65537))
	echo '<liste>'
	paragraphs 2
	times 997 ''
	echo '</liste>'
	paragraphs $((131072 - 71001))
	echo 'Loser Text'
	paragraphs $((200000 - 131073))
	printf '<absatz\n  farbe="rot">Text</absatz>\n'
} | document gross-zeilen
{
	paragraphs $((150000 - 4))
	echo '<hinweis>'
	paragraphs 999
	echo '</hinweiss>'
} | document gross-zeilen-xml

mkdir -p teile
{
	echo '<abschnitt xmlns="urn:ratssatz:1"><titel>Lang</titel>'
	paragraphs $((100000 - 2))
	echo '<absatz art="c">Text</absatz>'
	echo '</abschnitt>'
} >teile/lang.xml
{
	paragraphs $((80000 - 4))
	echo '<xi:include href="teile/lang.xml"/>'
	echo '<absatz art="d">Text</absatz>'
} | document gross-zeilen-eingebunden

# more files than allowed, and a chain of files deeper than allowed
awk 'BEGIN {
	section = "<abschnitt xmlns=\"urn:ratssatz:1\" xmlns:xi=\"http://www.w3.org/2001/XInclude\"><titel>T</titel>"
	for (i = 1; i <= 2000; i++) {
		f = "teile/d" i ".xml"
		print "<absatz xmlns=\"urn:ratssatz:1\">Text</absatz>" > f
		close(f)
	}
	for (i = 1; i <= 300; i++) {
		f = "teile/k" i ".xml"
		print section "\n<xi:include href=\"k" i + 1 ".xml\"/>\n</abschnitt>" > f
		close(f)
	}
}'
seq 2000 | sed 's|.*|<xi:include href="teile/d&.xml"/>|' | document gross-dateien
echo '<xi:include href="teile/k1.xml"/>' | document gross-kette

# a flood of faults ends
times 100000 '<absaz/>' | document gross-fehler

# a table of data too long for any picture
echo '<diagramm id="d" art="linien" daten="gross-daten.csv" alt="viel"><aussage>Viel.</aussage>' \
	'<quelle>Q</quelle></diagramm>' | document gross-daten
{ echo 'Jahr;Zahl'; times 100000 '2000;1'; } >gross-daten.csv
