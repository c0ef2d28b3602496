# What comes after the announcement is marked, with its reason where the town's rules ask for it; what was announced
# stays where it is.
agenda 's|<vorlagen/>|<top id="fest"><titel>Ein fester Punkt</titel></top><vorlagen/>|'
check "released as it is" status 0 rs freigeben -q $SESSION
check "announced" status 0 rs tagesordnung -q --bekanntgeben -o s1 $SESSION
check "nothing is late yet" absent Nachtrag <(pdftotext s1/bekanntmachung.pdf -)

# moved after the announcement
fixed='<top id="fest"><titel>Ein fester Punkt</titel></top>'
agenda "s|<vorlagen/>|<vorlagen/>$fixed|"
check "behind the papers" says "Dieser Punkt ist als TOP 4 bekannt gemacht und steht jetzt hinter TOP " \
	rs tagesordnung -q -o s2 $SESSION
agenda "s|<top id=\"bericht\" art=\"bericht\"/>|$fixed&|"
check "before another" says "steht jetzt hinter TOP 4" rs tagesordnung -q -o s2 $SESSION
agenda "/<vorlagen.>/d; s|<top id=\"bericht\" art=\"bericht\"/>|<vorlagen/>&$fixed|"
check "papers before it" says "steht jetzt hinter TOP" rs tagesordnung -q -o s2 $SESSION

# a late item and a late paper
another_paper spaet $MAY/vorlage-spaet.xml
sed -i '3s/ datum="[^"]*"/ datum="2023-05-20"/' $MAY/vorlage-spaet.xml # younger than the notice
check "taken in" status 0 rs aufnehmen -q $MAY/vorlage-spaet.xml
check "released" status 0 rs freigeben -q $MAY/vorlage-spaet.xml
late='<top id="eil" dringlichkeit="Die Frist endet morgen."><titel>Ein Antrag</titel></top>'
agenda "s|<vorlagen/>|$fixed<vorlagen/>$late|"
check "announced with both" status 0 rs tagesordnung -q --bekanntgeben -o s3 $SESSION
told() { pdftotext "$1" - | tr '\n' ' ' | tr -s ' '; }
check "the item says why" grep -q 'Ein Antrag (Nachtrag; Dringlichkeit: Die Frist endet morgen.)' \
	<(told s3/bekanntmachung.pdf)
check "the paper is marked" grep -q '(Entscheidung; Nachtrag)' <(told s3/bekanntmachung.pdf)
check "what was there is not" grep -q 'Ein fester Punkt [^(]' <(told s3/bekanntmachung.pdf)
check "announced once more" status 0 rs tagesordnung -q --bekanntgeben -o s4 $SESSION
check "it stays marked" grep -q 'Ein Antrag (Nachtrag; ' <(told s4/bekanntmachung.pdf)

# a town whose rules ask for the reason
cp -r "$TOP/templates" vorlagen
export RATSSATZ_GESTALTUNG=$PWD/vorlagen
sed -i 's|grundlage="grund"/>|grundlage="grund"><regel name="nachtrag-dringlichkeit" wert="verlangt"/></regeln>|' \
	vorlagen/beckum/regeln.xml
another_paper zuspaet $MAY/vorlage-zuspaet.xml
check "another one" status 0 rs aufnehmen -q $MAY/vorlage-zuspaet.xml
check "released, too" status 0 rs freigeben -q $MAY/vorlage-zuspaet.xml
check "the reason is asked for" says "bitte an der <beratung> der Vorlage ergänzen [NACHTRAG]" \
	rs tagesordnung -q --bekanntgeben -o s5 $SESSION
sed -i 's|<beratung gremium="integrationsrat"|& dringlichkeit="Die Förderung läuft aus."|' $MAY/vorlage-zuspaet.xml
check "given" status 0 rs aufnehmen -q $MAY/vorlage-zuspaet.xml
check "released with it" status 0 rs freigeben -q $MAY/vorlage-zuspaet.xml
check "announced with the reason" status 0 rs tagesordnung -q --bekanntgeben -o s5 $SESSION
check "and printed" grep -q 'Nachtrag; Dringlichkeit: Die Förderung läuft aus.' <(told s5/bekanntmachung.pdf)
check "in the paper, too" grep -q 'Dringlichkeit Die Förderung läuft aus.' <(told s5/mappe.pdf)
check "the register is sound after all that" status 0 rs register pruefen
