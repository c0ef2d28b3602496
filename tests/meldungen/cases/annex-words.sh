# The words of an Anlage that nobody can read.
cp released.db r.db
cp "$TOP/tests/pruefung/anlage/plan.pdf" $MAY
sed -i 's|</vorlage>|<anlagen><anlage datei="plan.pdf" titel="Plan" seiten="1"/></anlagen>&|' $PAPER
sed -i '/<anlagen>ohne/d; s|<anlagen/>||' $PAPER
say aufnehmen --register r.db $PAPER
say freigeben --register r.db --wird-oeffentlich $PAPER
PROGRAM=(env PATH=/nonexistent "$R")
say ausgeben --register r.db -o ausgabe $PAPER
heard
