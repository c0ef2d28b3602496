# Where documents, editions and their outputs may stand.
mkdir -p zwei leer
cp $PAPER kein-konzept.xml
cp content/beckum/integrationskonzept-2018/konzept.xml zwei/konzept.xml
cp content/beckum/integrationskonzept-2018/konzept.xml zwei/bericht.xml
say pruefen zwei
say pruefen leer
say setzen -o aus $PAPER $PAPER
say setzen -o $PAPER $PAPER
mkdir -p aus content/beckum/a
cp $PAPER content/beckum/a/b.xml
sed 's/id="baumpflanzung"/id="anders"/' $PAPER >content/beckum/a-b.xml
say setzen -o aus content/beckum/a/b.xml content/beckum/a-b.xml
say setzen --notizen -o paper.pdf $PAPER
say pruefen --gegen leer content/beckum/integrationskonzept-2018
say aufnehmen --register r.db kein-konzept.xml
say aufnehmen --register r.db content/handbuch/handbuch.xml
say pruefen content/beckum/integrationskonzept-2018/00-grusswort.xml
heard
