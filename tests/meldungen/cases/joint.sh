# A joint session whose minutes leave open which body is meant.
cp released.db r.db
sed -i 's/gremium="integrationsrat"/& gemeinsam-mit="rat"/' $SESSION
say aufnehmen --register r.db $SESSION
say freigeben --register r.db $SESSION
say tagesordnung --register r.db --bekanntgeben -o sitzung $SESSION
say niederschrift --register r.db -o n.xml $SESSION
VOTE='ergebnis="vertagt"'
for body in '' 'gremium="ausschuss-soziales"'; do
	sed "0,/<\/top>/s|</top>|<abstimmung $body $VOTE/>&|" n.xml >$MAY/minutes.xml
	say pruefen --register r.db $MAY/minutes.xml
done
sed 's/ gemeinsam-mit="rat"//; s/<leitung [^>]*>/<leitung amt="Vorsitz"\/>/' n.xml >$MAY/minutes.xml
say pruefen --register r.db $MAY/minutes.xml
heard
