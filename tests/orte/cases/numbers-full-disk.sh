# A command that fails leaves no number of a decision: neither on a full disk nor where a file of somebody else lies in
# the way. Minutes, papers and register stay as they were.
. "$TOP/tests/full.sh"
numbers() { sed -n 's/.* beschlussnummer="\([^"]*\)".*/\1/p' $N; }
town elbtal
clock 2026-04-06T10:00:00Z
check "taken in" status 0 rs aufnehmen -q content/elbtal/verzeichnis.xml $S/*.xml
check "released" status 0 rs freigeben -q $S/vorlage-*.xml
check "announced" status 0 rs tagesordnung -q --bekanntgeben -o aus $S/sitzung.xml
clock 2026-04-22T10:00:00Z
cp "$TOP"/tests/orte/orte/elbtal/niederschrift.xml $N
signed() { sed -i 's|amt="Schriftführung"/>|amt="Schriftführung" datum="2026-04-21"/>|' $N; }
mkdir weg
echo "von anderen" >weg/auszug-top-oe-1.pdf
cp $N first.xml
cp r.db before.db
check "a file of others in the way" status 3 rs niederschrift -q -o weg $N
check "the minutes have no number" cmp $N first.xml
check "nor has the register" cmp r.db before.db
signed
cp $N first.xml
check "signed, it is in the way, too" status 3 rs niederschrift -q -o weg $N
check "the minutes have no number" cmp $N first.xml
check "nor has the register" cmp r.db before.db
# what somebody writes into the minutes meanwhile stays, and nothing else is written
if command -v strace >/dev/null && [[ $(basename "$O") != *san ]]; then
	strace -f -o trace -e trace=fsync,syncfs -e inject=fsync,syncfs:delay_enter=1500000:when=1 \
		"$R" niederschrift -q --register r.db -o aus $N >said 2>&1 &
	check "it has begun to write" eventually grep -q sync trace
	echo '<!-- von jemand anderem -->' >>$N
	cp $N meanwhile.xml
	wait $!
	check "written meanwhile: status 3" test $? -eq 3
	check "told" grep -q "während der Befehl lief" said
	check "what was written stays" cmp $N meanwhile.xml
	check "nothing is in the register" cmp r.db before.db
	cp first.xml $N
else
	skip "written meanwhile: there is no strace, or a sanitizer beside it"
fi
disk 8 || return
cp -r content templates aus r.db disk
cd disk || return
step=44 full "minutes with numbers" rs niederschrift -q -o aus $N
check "what passed has one, in its order" equal "$(numbers)" 'SR 08/001-26' 'SR 08/002-26'
check "the register is in order" status 0 rs register pruefen -q
cd ..
umount disk
