# What was changed since its release, what would turn public, days of decision.
cp released.db r.db
sed -i 's/Zeichen der Integration/Zeichen der Eintracht/' $PAPER
say ausgeben --register r.db -o ausgabe $PAPER
say tagesordnung --register r.db -o sitzung $SESSION
cp "$TOP/$PAPER" $PAPER
sed -i 's|<vorlagen/>|&<top id="neu"><titel>Neu</titel></top>|' $SESSION
say tagesordnung --register r.db --bekanntgeben -o sitzung $SESSION
cp "$TOP/$SESSION" $SESSION
cp "$TOP/tests/pruefung/anlage/plan.pdf" $MAY
sed -i 's|</vorlage>|<anlagen><anlage datei="plan.pdf" titel="Plan" seiten="1" oeffentlich="nein"/></anlagen>&|' $PAPER
sed -i '/<anlagen>ohne/d; s|<anlagen/>||' $PAPER
say freigeben --register r.db $PAPER
sed -i 's/ seiten="1" oeffentlich="nein"/ seiten="1"/' $PAPER
say aufnehmen --register r.db $PAPER
sed -i 's/<beratung /<beratung oeffentlich="nein" /' $PAPER
say freigeben --register r.db --wird-oeffentlich $PAPER
sed -i 's/<beratung oeffentlich="nein" /<beratung /' $PAPER
say freigeben --register r.db $PAPER
mv $MAY/plan.pdf $MAY/plan-2.pdf
sed -i 's/plan.pdf/plan-2.pdf/' $PAPER
say freigeben --register r.db --wird-oeffentlich $PAPER
cp "$TOP/tests/gremien/inhalt/beckum/sitzungen/2023-06-21/lageplan.pdf" $MAY/plan-2.pdf
say ausgeben --register r.db -o ausgabe $PAPER
K=content/beckum/integrationskonzept-2018
say ergebnis --register r.db --gremium kreistag --datum 2018-03-01 $K beschlossen
say ergebnis --register r.db --gremium rat --datum 2099-03-01 $K beschlossen
sed -i 's|<beschluss gremium="rat"/>|<beschluss gremium="rat" datum="2018-03-01"/>|' $K/konzept.xml
say ergebnis --register r.db --gremium rat --datum 2018-03-02 $K beschlossen
say ausgeben --register r.db -o neu content/beckum/integrationskonzept-2019
heard
