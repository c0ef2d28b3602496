#!/usr/bin/env bash
# Bad inputs too large for the repository, each with its expected messages. usage: erzeugen.sh FOLDER
mkdir -p "$1" && cd "$1" || exit 1

kopf='<konzept xmlns="urn:ratssatz:1" xmlns:xi="http://www.w3.org/2001/XInclude" ort="beckum" edition="2018">
<angaben><titel>Probe</titel><stand datum="2018-01"/><herausgeber stelle="stadt"/></angaben>
<kapitel id="k"><titel>Kapitel</titel>'
fuss='</kapitel>
</konzept>'
erwartet() { printf '%s\n' "$2" >>"$1.err"; }
# x N TEXT: TEXT, N times
x() { yes "$2" | head -n "$1"; }

# A million nested elements: one in a line from line 4 on; <konzept> and <kapitel> are the first two.
{ echo "$kopf"; x 1000000 '<kasten name="a">'; } >gross-tiefe.xml
erwartet gross-tiefe 'gross-tiefe.xml:4: Fehler: <kasten> darf in <kapitel> nicht stehen; hier darf stehen: <abschnitt>, <handlungsfeld>, <arbeitspaket>, <zusammenfassung>, <finanzuebersicht>, <massnahmenplan>, <stellenplan>, <umsetzungsstand>, <datentabellen>, <bildplatz>, <absatz>, <zwischentitel>, <liste>, <tabelle>, <abbildung>, <diagramm>, <organigramm>, <prozess>, <karten>, <zeitachse>, <nabe>, <landkarte>, <wortwolke>, <hinweis>, <zitat>, <randzahl>, <quelltext>, <abweichung>, <laut> [ELEMENT]'
erwartet gross-tiefe 'gross-tiefe.xml:202: Fehler: Die Elemente sind tiefer als 200 Stufen verschachtelt; das ist die Grenze, bitte die Datei prüfen [GRENZE]'

{ echo "$kopf"; printf '<absatz>'; head -c 100000000 /dev/zero | tr '\0' 'a'; echo "</absatz>"; echo "$fuss"; } >gross-text.xml
erwartet gross-text 'gross-text.xml: Fehler: Das Dokument ist größer als 64 MiB; das ist die Grenze für alle Dateien zusammen, bitte das Dokument teilen [GRENZE]'

{ echo "$kopf"; echo '<absatz>gut</absatz>'; printf '<absatz>'; x 300000 'ein Wort'; echo "</absatz>"; echo '<absaz/>'; echo "$fuss"; } >gross-absatz.xml
erwartet gross-absatz 'gross-absatz.xml:5: Fehler: Ein Text ist länger als 1 MiB; das ist die Grenze für ein einzelnes Element, bitte in Absätze teilen [GRENZE]'

{ echo "$kopf"; printf '<quelltext><![CDATA['; x 3000000 'ein Wort'; echo "]]></quelltext>"; echo "$fuss"; } >gross-cdata.xml
erwartet gross-cdata 'gross-cdata.xml:4: Fehler: Ein Text ist länger als 1 MiB; das ist die Grenze für ein einzelnes Element, bitte in Absätze teilen [GRENZE]'

{ echo "$kopf"; printf '<absatz><abk langform="'; x 200000 'ein Wort'; echo '">A</abk></absatz>'; echo "$fuss"; } >gross-attribut.xml
erwartet gross-attribut 'gross-attribut.xml:4: Fehler: Der Wert von langform ist länger als 1 MiB; das ist die Grenze, bitte kürzen [GRENZE]'

{ echo "$kopf"; echo '<absatz'; awk 'BEGIN {for (i = 0; i < 100000; i++) print "a" i "=\">\""}'; echo '>Text</absatz>'; echo "$fuss"; } >gross-attribute.xml
erwartet gross-attribute 'gross-attribute.xml:4: Fehler: Ein Element hat mehr als 64 Attribute; das ist die Grenze, bitte die Datei prüfen [GRENZE]'

{ echo "$kopf"; echo '<absatz'; awk 'BEGIN {for (i = 0; i < 1000; i++) print "xmlns:a" i "=\"urn:" i "\""}'; echo '>Text</absatz>'; echo "$fuss"; } >gross-namensraeume.xml
erwartet gross-namensraeume 'gross-namensraeume.xml:4: Fehler: Ein Element hat mehr als 64 Attribute; das ist die Grenze, bitte die Datei prüfen [GRENZE]'

{ echo "$kopf"; printf '<'; head -c 1000000 /dev/zero | tr '\0' 'a'; echo '/>'; echo "$fuss"; } >gross-name.xml
erwartet gross-name 'gross-name.xml:4: Fehler: <aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa> ist in <kapitel> nicht bekannt; hier darf stehen: <abschnitt>, <handlungsfeld>, <arbeitspaket>, <zusammenfassung>, <finanzuebersicht>, <massnahmenplan>, <stellenplan>, <umsetzungsstand>, <datentabellen>, <bildplatz>, <absatz>, <zwischentitel>, <liste>, <tabelle>, <abbildung>, <diagramm>, <organigramm>, <prozess>, <karten>, <zeitachse>, <nabe>, <landkarte>, <wortwolke>, <hinweis>, <zitat>, <randzahl>, <quelltext>, <abweichung>, <laut> [ELEMENT]'

{ echo "$kopf"; echo '<absatz>'; x 2100000 '<umbruch/><umbruch/>' | tr -d '\n'; echo "</absatz>"; echo "$fuss"; } >gross-elemente.xml
erwartet gross-elemente 'gross-elemente.xml:5: Fehler: Das Dokument hat mehr als 2000000 Elemente; das ist die Grenze, bitte das Dokument teilen [GRENZE]'

{ echo "$kopf"; printf '<!--'; x 5000000 'ein Wort'; echo "--><absatz art=\"gross\">a</absatz>"; echo "$fuss"; } >gross-kommentar.xml
erwartet gross-kommentar 'gross-kommentar.xml:5000004: Fehler: <absatz art="gross"> ist nicht erlaubt; erwartet wird „vorspann“ [FORM]'

# More lines than a 16-bit counter holds: faults on chosen lines, a start tag over two of them.
zeilen() { x $(($1 - 1)) '<absatz>Text</absatz>'; }
{
	echo "$kopf"
	zeilen $((65535 - 3)); echo '<absatz art="a">Text</absatz>'
	echo '<absatz art="b">Text</absatz>'
	zeilen $((70000 - 65536)); echo '<liste>'
	zeilen 1000; echo '</liste>'
	zeilen $((131072 - 71000)); echo 'Loser Text'
	zeilen $((200000 - 131072)); printf '<absatz\n  farbe="rot">Text</absatz>\n'
	echo "$fuss"
} >gross-zeilen.xml
f=gross-zeilen
erwartet $f "$f.xml:65535: Fehler: <absatz art=\"a\"> ist nicht erlaubt; erwartet wird „vorspann“ [FORM]"
erwartet $f "$f.xml:65536: Fehler: <absatz art=\"b\"> ist nicht erlaubt; erwartet wird „vorspann“ [FORM]"
erwartet $f "$f.xml:70000: Fehler: In <liste> fehlt <punkt>; bitte am Anfang ergänzen [PFLICHT]"
for i in $(seq 70001 70999); do erwartet $f "$f.xml:$i: Fehler: <absatz> darf in <liste> nicht stehen; hier darf stehen: <punkt> [ELEMENT]"; done
sed -i '/:7000[3-9]:\|:700[1-9][0-9]:\|:70[1-9][0-9][0-9]:/d' $f.err
sed -i '70003,70999s/.*//' $f.xml
erwartet $f "$f.xml:131072: Fehler: In <kapitel> darf kein Text stehen: „Loser Text“; bitte in <absatz> setzen [TEXT]"
erwartet $f "$f.xml:200000: Fehler: <absatz> kennt kein Attribut farbe; erlaubt: id, xml:lang, grund, art [ATTRIBUT]"

{ echo "$kopf"; zeilen $((150000 - 3)); echo '<hinweis>'; zeilen 1000; echo '</hinweiss>'; echo "$fuss"; } >gross-zeilen-xml.xml
erwartet gross-zeilen-xml 'gross-zeilen-xml.xml:151000: Fehler: Das schließende Element passt nicht: offen ist <hinweis> aus Zeile 150000, es endet aber </hinweiss>; bitte in der richtigen Reihenfolge schließen [XML]'

mkdir -p teile
{ echo '<abschnitt xmlns="urn:ratssatz:1"><titel>Lang</titel>'; zeilen $((100000 - 1)); echo '<absatz art="c">Text</absatz>'; echo '</abschnitt>'; } >teile/lang.xml
{ echo "$kopf"; zeilen $((80000 - 3)); echo '<xi:include href="teile/lang.xml"/>'; echo '<absatz art="d">Text</absatz>'; echo "$fuss"; } >gross-zeilen-eingebunden.xml
erwartet gross-zeilen-eingebunden 'gross-zeilen-eingebunden.xml:80001: Fehler: <absatz art="d"> ist nicht erlaubt; erwartet wird „vorspann“ [FORM]'
erwartet gross-zeilen-eingebunden 'teile/lang.xml:100000: Fehler: <absatz art="c"> ist nicht erlaubt; erwartet wird „vorspann“ [FORM]'

# More files than allowed, and a chain of files deeper than allowed.
awk 'BEGIN {
	for (i = 1; i <= 2000; i++) {
		f = "teile/d" i ".xml"; print "<absatz xmlns=\"urn:ratssatz:1\">Text</absatz>" > f; close(f)
	}
	for (i = 1; i <= 300; i++) {
		f = "teile/k" i ".xml"
		print "<abschnitt xmlns=\"urn:ratssatz:1\" xmlns:xi=\"http://www.w3.org/2001/XInclude\"><titel>T</titel>\n<xi:include href=\"k" i + 1 ".xml\"/>\n</abschnitt>" > f; close(f)
	}
}'
{ echo "$kopf"; for i in $(seq 2000); do echo "<xi:include href=\"teile/d$i.xml\"/>"; done; echo "$fuss"; } >gross-dateien.xml
erwartet gross-dateien 'gross-dateien.xml:2003: Fehler: Das Dokument besteht aus mehr als 2000 Dateien; das ist die Grenze, bitte Kapitel zusammenlegen [GRENZE]'
{ echo "$kopf"; echo '<xi:include href="teile/k1.xml"/>'; echo "$fuss"; } >gross-kette.xml
erwartet gross-kette 'teile/k198.xml:1: Fehler: Die Elemente sind tiefer als 200 Stufen verschachtelt; das ist die Grenze, bitte die Datei prüfen [GRENZE]'

# A flood of faults ends.
{ echo "$kopf"; x 100000 '<absaz/>'; echo "$fuss"; } >gross-fehler.xml
for i in $(seq 4 1003); do
	erwartet gross-fehler "gross-fehler.xml:$i: Fehler: <absaz> ist in <kapitel> nicht bekannt; hier darf stehen: <abschnitt>, <handlungsfeld>, <arbeitspaket>, <zusammenfassung>, <finanzuebersicht>, <massnahmenplan>, <stellenplan>, <umsetzungsstand>, <datentabellen>, <bildplatz>, <absatz>, <zwischentitel>, <liste>, <tabelle>, <abbildung>, <diagramm>, <organigramm>, <prozess>, <karten>, <zeitachse>, <nabe>, <landkarte>, <wortwolke>, <hinweis>, <zitat>, <randzahl>, <quelltext>, <abweichung>, <laut>; gemeint ist wohl <absatz> [ELEMENT]"
done
erwartet gross-fehler 'gross-fehler.xml:1004: Fehler: Das Dokument hat mehr als 1000 Fehler; hier endet die Prüfung, bitte zuerst die gemeldeten beheben [GRENZE]'

# A table of data too long for any picture.
{
	echo "$kopf"
	echo '<diagramm id="d" art="linien" daten="gross-daten.csv" alt="viel"><aussage>Viel.</aussage><quelle>Q</quelle></diagramm>'
	echo "$fuss"
} >gross-daten.xml
{ echo 'Jahr;Zahl'; x 100000 '2000;1'; } >gross-daten.csv
erwartet gross-daten 'gross-daten.csv:100001: Fehler: Die Datei hat mehr als 100000 Zeilen; das ist die Grenze, bitte die Daten zusammenfassen [CSV]'
