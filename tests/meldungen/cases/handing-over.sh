# Packages for the council system that lack something.
cp r.db issued.db
cp -r ausgabe kept
cp released.db r.db
say abgeben --register r.db --sitzung $SESSION -o aus.zip
say abgeben --register r.db --drucksache 1999/0001 -o aus.zip
say abgeben --register r.db --sitzung $PAPER -o aus.zip
say ausgeben --register r.db -o ausgabe $PAPER
say abgeben --register r.db --sitzung $SESSION -o aus.zip
mkdir fremd
echo x >fremd/brief.txt
say abgeben --register r.db --drucksache 2023/0123 -o fremd
say abgeben --register r.db --drucksache 2023/0123 -o eins
sed -i 's/"kennung":\t""/"kennung":\t"1"/' eins/quittung.json
printf '%s' "$(sed '0,/"kennung":\t""/s//"kennung":\t"1"/' eins/quittung.json)" >eins/quittung.json
sed -i 's/Zeichen/Bild/' $PAPER
say freigeben --register r.db $PAPER
say abgeben --register r.db --drucksache 2023/0123 -o alt.zip
say ausgeben --register r.db -o ausgabe $PAPER
say abgeben --register r.db --drucksache 2023/0123 -o eins
for f in ausgabe/2023-0123*.pdf; do echo >>$f; done
say abgeben --register r.db --drucksache 2023/0123 -o aus.zip
rm ausgabe/2023-0123*.pdf
say abgeben --register r.db --drucksache 2023/0123 -o aus.zip
cp issued.db r.db
cp -r kept/* ausgabe
cp "$TOP/$PAPER" $PAPER
say tagesordnung --register r.db --bekanntgeben -o ausgabe $SESSION
cp r.db announced.db
say zurueckziehen -q --register r.db 2023/0123 --grund x
say abgeben --register r.db --drucksache 2023/0123 -o aus.zip
say abgeben --register r.db --sitzung $SESSION -o aus.zip
mv announced.db r.db
sed 's/ nummer="[^"]*"//; s/id="baumpflanzung"/id="spaet"/; s/<beratung/& dringlichkeit="Frist"/' \
	$PAPER >$MAY/vorlage-spaet.xml
say aufnehmen -q --register r.db $MAY/vorlage-spaet.xml
say freigeben -q --register r.db $MAY/vorlage-spaet.xml
say abgeben --register r.db --sitzung $SESSION -o aus.zip
sed -i 's|<vorsitz amt="[^"]*"/>||' $SESSION
say aufnehmen -q --register r.db $SESSION
say abgeben --register r.db --sitzung $SESSION -o sitzung-alt
say freigeben -q --register r.db $SESSION
say abgeben --register r.db --sitzung $SESSION -o sitzung-alt
heard
