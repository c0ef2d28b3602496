# What `register pruefen` finds: rows, sources, issued files that are gone or changed.
cp $PAPER paper.xml
cp -r ausgabe kept
rm $PAPER
say register pruefen --register r.db
cp paper.xml $PAPER
rm ausgabe/2023-0123-beschlussvorlage.pdf
say register pruefen --register r.db
cp kept/* ausgabe
echo >>ausgabe/2023-0123-beschlussvorlage.pdf
say register pruefen --register r.db
cp kept/* ausgabe
cp ausgabe/2023-0123-beschlussvorlage.pdf ausgabe/fremd.pdf
say register pruefen --register r.db
rm ausgabe/fremd.pdf
heard
