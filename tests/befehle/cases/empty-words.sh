# A town may leave a word empty: no colon, brackets or blank of it is left, in texts, captions and references.
cp -r "$TOP/templates" look
for word in tabelle abbildung seite fortsetzung stand anlage daten-in haushalt produkt bis top; do
	sed -i "s|</gestaltung>|<wort name=\"$word\"></wort></gestaltung>|" look/beckum/gestaltung.xml
done
for document in integrationskonzept-2018 sitzungen/2023-05-31/vorlage-baumpflanzung.xml; do
	for what in vorlesen pages; do
		"$R" setzen -q --gestaltung look --inhalt "$TOP/content" --dump=$what "$TOP/content/beckum/$document" \
			2>&1
	done
done >read
check "it is set" grep -q 'Handlungsfelder mit Ziel' read
check "a caption begins with its number" grep -q 'Spalten: 1 · Handlungsfelder' read
nbsp=$(printf '\u00a0')
check "nothing of an empty word is left" absent "^ *[:·]|: *[:·]|\(\)|\( \)|\[Verweis\] $nbsp|: $nbsp|\"$nbsp" read

# all words of a town at once, in papers, agendas, minutes and a Konzept
headings='teil-|anwesenheit"|als-|beschluss"|tagesordnung"'
sed -i -E "/name=\"($headings)/!"'s|(<wort name="[^"]*")>[^<]*</wort>|\1></wort>|' look/*/gestaltung.xml
for document in beckum/integrationskonzept-2019/konzept.xml \
	hohenfeld/sitzungen/2026-03-19/{niederschrift,sitzung,vorlage-radweg}.xml \
	dreistrom/sitzungen/2026-04-14/{vorlage-uferpark,vorlage-uferpark-ergaenzung}.xml; do
	"$R" setzen -q --gestaltung look --inhalt "$TOP/content" --dump=vorlesen "$TOP/content/$document"
done | sed '/Spalten:/d; s/Spalten:  (120101)//' >read
check "a paper without a word" grep -q 'Bau, .*2026: 120.000' read
check "nothing of all empty words is left" absent \
	"^ *[:;,·]|[A-Za-z0-9]: *[:;,·]|\(\)|\( |\( *[:;,]|[,;] *[,;)]|[·;(] *\$|· *·|[a-z]:  |Dokument:  |$nbsp$" read
