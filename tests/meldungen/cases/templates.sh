# Templates: names, values, what is missing, contrast, slides, rules. Each change by itself, of a town that stands on
# the ground, or of the ground.
unset RATSSATZ_GESTALTUNG
cat >paper.xml <<-'X'
	<?xml version="1.0"?>
	<vorlage xmlns="urn:ratssatz:1" ort="beckum" id="kurz" art="mitteilungsvorlage" datum="2023-05-02"
	  oeffentlich="ja">
	  <angaben><titel>Kurz</titel><federfuehrung stelle="stadt"/>
	    <beratung gremium="rat" rolle="kenntnisnahme" oeffentlich="ja" massgeblich="ja"/></angaben>
	  <kosten><posten zustand="ohne">Nichts</posten></kosten>
	  <erlaeuterungen><absatz>Es ist so.</absatz></erlaeuterungen>
	</vorlage>
X
slides=$(echo content/*/*/praesentation.xml | cut -d' ' -f1)
# with FILE SED: that template edited; of what is said about templates, the first three
with() {
	rm -rf vorlagen
	cp -r "$TOP/templates" vorlagen
	echo "# $1: $2" >>said
	sed -i -E "$2" "vorlagen/$1"
	"$R" pruefen -q --gestaltung vorlagen ${document:-paper.xml} 2>&1 | grep '^vorlagen' | head -n 3 >>said
}
own() { with beckum/gestaltung.xml "s|</gestaltung>|$1&|"; }
own '<stil name="fleis" groesse="10" zab="15"/>'
own '<auswahl name="klima"><wahl>positiv</wahl></auswahl>'
own '<farbe name="ganz-anders" rgb="1 2 3"/>'
with beckum/gestaltung.xml 's/rgb="15 76 92"/rgb="1 2 300"/'
own '<stil name="h1" groesse="viel" zab="30"/>'
own '<stil name="h1" groesse="10" zab="9"/>'
own '<stil name="h1" groesse="10" zab="15" gewicht="500"/>'
own '<linie name="kopf"/>'
own '<farbe name="tinte" rgb="200 200 200"/>'
with beckum/gestaltung.xml 's/name="mitte" rgb="[0-9 ]*"/name="mitte" rgb="20 20 20"/'
with beckum/gestaltung.xml 's/name="akzent" rgb="[0-9 ]*"/name="akzent" rgb="20 110 130"/'
own '<stil name="klein" groesse="8" zab="12" farbe="linie"/>'
own '<wort name="tabelle" art="x">T</wort>'
own '<seite format="A4" links="25mm" rand="36mm" steg="5mm" text="120mm" rechts="20mm" oben="94.5" unten="769.5"/>'
own '<seite format="A4" links="25mm" rand="36mm" steg="5mm" text="124mm" rechts="20mm" oben="700" unten="769.5"/>'
document=$slides
own '<folien><seite format="16:9" links="0" rand="0" steg="0" text="840" rechts="60" oben="144" unten="480"/></folien>'
own '<folien><stil name="fliess" groesse="14" zab="20"/></folien>'
own '<folien><stil name="fliess" groesse="20" zab="28" farbe="linie"/></folien>'
with grund/gestaltung.xml '/<seite format="16:9"/d'
document=
own '<titelseite motiv="bunt"/>'
own '<entwurf zeign="ja"/>'
own '<schrift rolle="text" familie="Comic Sans"/>'
with beckum/gestaltung.xml 's/ (stadt|grundlage)="[^"]*"//g'
with beckum/gestaltung.xml 's/grundlage="grund"/grundlage="beckum"/'
with beckum/gestaltung.xml 's|<gestaltung |<!DOCTYPE gestaltung>&|'
with beckum/gestaltung.xml "s|</gestaltung>|$(printf '<a>%.0s' $(seq 40))|"
with grund/gestaltung.xml '/<schrift rolle="text"/d'
with grund/gestaltung.xml '/<seite format="A4"/,/>/d'
with grund/gestaltung.xml 's/<massnahme>/<massnahme-alt>/; s|</massnahme>|</massnahme-alt>|'
with grund/gestaltung.xml '/<farbe name="zart"/d'
with beckum/regeln.xml 's|/>|><regel name="prozent"/></regeln>|'
with beckum/regeln.xml 's|/>|><regel name="prozent" wert="Promille"/></regeln>|'
with beckum/regeln.xml 's|/>|><regel name="alt-laenge" wert="viel"/></regeln>|'
with beckum/regeln.xml 's|/>|><regel name="ladungsfrist-tage" wert="viel"/></regeln>|'
with beckum/regeln.xml 's|/>|><frist frist="7 Tage"/></regeln>|'
with beckum/regeln.xml 's|/>|><schwere code="SUMME"/></regeln>|'
with beckum/regeln.xml 's|/>|><schwere code="SUMME" stufe="schlimm"/></regeln>|'
rm -rf vorlagen
cp -r "$TOP/templates" vorlagen
sed -i '/<folien /,/<\/folien>/d' vorlagen/grund/gestaltung.xml
"$R" pruefen -q --gestaltung vorlagen $slides 2>&1 | grep 'kein <folien>' >>said
heard
