# Numbers: taken, of another pattern, lost from the source; the same id twice.
another_paper zweite $MAY/zweite.xml
sed -i 's/<vorlage /<vorlage nummer="2023\/0123" /' $MAY/zweite.xml
say aufnehmen --register r.db $MAY/zweite.xml
sed -i 's/nummer="[^"]*"/nummer="23-1"/' $MAY/zweite.xml
say aufnehmen --register r.db $MAY/zweite.xml
sed -i 's/ nummer="[^"]*"//; s/id="zweite"/id="baumpflanzung"/' $MAY/zweite.xml
say aufnehmen --register r.db $MAY/zweite.xml
rm $MAY/zweite.xml
sed -i 's/nummer="2023\/0123"/nummer="2023\/0777"/' $PAPER
say aufnehmen --register r.db $PAPER
# the number is given, but the source, larger than a file may become, cannot take it
cp taken.db r.db
another_paper gross $MAY/gross.xml
head -c 2000000 /dev/zero | tr '\0' ' ' >>$MAY/gross.xml
PROGRAM=(bash -c 'trap "" XFSZ; ulimit -f 1500; exec "$@"' - "$R")
say aufnehmen --register r.db $MAY/gross.xml
PROGRAM=("$R")
rm $MAY/gross.xml
# a register that never got the papers that bear one
sed -i 's/nummer="2023\/0777"/nummer="2023\/0001"/' $PAPER
another_paper neu $MAY/neu.xml
say aufnehmen --register leer.db content/beckum/verzeichnis.xml $MAY/sitzung.xml $MAY/neu.xml
heard
