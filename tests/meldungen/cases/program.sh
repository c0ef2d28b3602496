# What belongs to the program is damaged: fonts, tables, dictionary, the second program.
mkdir -p prog/bin
cp "$R" prog/bin
# share: as it was
share() { rm -rf prog/share; cp -rL "$O/share" prog/share; }
PROGRAM=(prog/bin/ratssatz)
say oparl exportieren --register r.db -o oparl
share
rm prog/share/rechtschreibung/de.dic
say pruefen --rechtschreibung $PAPER
share
head -c 1000 prog/share/rechtschreibung/de.dic >x && mv x prog/share/rechtschreibung/de.dic
: >prog/share/rechtschreibung/de.aff
say pruefen --rechtschreibung $PAPER
share
for f in prog/share/fonts/*.ttf; do echo kaputt >$f; done
say setzen -o aus.pdf $PAPER
share
echo "unsinn" >>prog/share/fonts/fonts.txt
say setzen -o aus.pdf $PAPER
share
: >prog/share/fonts/fonts.txt
say setzen -o aus.pdf $PAPER
share
echo kaputt >prog/share/fonts/de.hyf
say setzen -o aus.pdf $PAPER
rm prog/share/fonts/de.hyf
say setzen -o aus.pdf $PAPER
share
python3 - prog/share/fonts/*.ttf <<'P'
import struct, sys
for name in sys.argv[1:]:                # OS/2 fsType: 2, restricted
    data = bytearray(open(name, 'rb').read())
    for i in range(struct.unpack('>H', data[4:6])[0]):
        tag, _, at, _ = struct.unpack('>4sIII', data[12 + 16 * i:28 + 16 * i])
        if tag == b'OS/2':
            data[at + 8:at + 10] = b'\0\2'
    open(name, 'wb').write(data)
P
say setzen -o aus.pdf $PAPER
PROGRAM=(timeout 20 bash -c 'ulimit -n 8; exec "$@"' - "$R")
say oparl dienen --register r.db --port 0
heard
