# What a document keeps back, and what goes with it: an edition in a paper, a part of a paper, who names it, a town.
cp -r "$TOP/tests/gremien/inhalt/beckum/konzept-geheimwortb3" content/beckum/konzept-x
cp "$TOP/tests/golden/bilder/palette.png" $MAY/bild.png
NET=$MAY/vorlage-netzwerk-integration.xml
picture='<abbildung id="p" datei="bild.png" alt="Ein Platz" breite="20mm"><titel>Platz</titel></abbildung>'
sed -i "0,/<schlagwort/s||<praesentiert edition=\"beckum/konzept-x\"/>&|
	s|<erlaeuterungen>|&<absatz>Der Platz (<verweis ziel=\"p\"/>) ist frei.</absatz>$picture|" $PAPER
sed -i 's|</erlaeuterungen>|<absatz>Siehe Drucksache 2023/0123.</absatz>&|' $NET
say aufnehmen -q --register r.db content/beckum/konzept-x/konzept.xml $PAPER $NET
say freigeben -q --register r.db content/beckum/konzept-x/konzept.xml $PAPER $NET
say freigeben --register r.db content/beckum/verzeichnis.xml
say ausgeben -q --register r.db -o neu $NET
say zurueckziehen --register r.db $MAY/bild.png --grund x
say zurueckziehen -q --register r.db content/beckum/konzept-x/konzept.xml --grund x
say ausgeben --register r.db -o neu $PAPER
say zurueckziehen --register r.db 2023/0123 --grund x --entfernen
mv content/beckum .
say aufnehmen --register r.db content/hohenfeld/verzeichnis.xml
heard
