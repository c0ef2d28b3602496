# On a full disk, whatever little is free, a command leaves all as it was, ends with 3 and one message that names no
# temporary file; with room it does what it should. That the register could not be written is never passed over.
. "$TOP/tests/faelle/full-paper.sh"
mkdir disk
if [ "$(id -u)" != 0 ] || ! mount -t tmpfs -o size=8m tmpfs disk 2>/dev/null; then
	skip "a full disk: it cannot be mounted here"
	return
fi
cp -r content disk
cd disk || return
stands() { find . -type f ! -name fill -exec sha256sum {} + | LC_ALL=C sort; }
# full WHAT COMMAND…: with more and more KiB free, until it succeeds
full() {
	local what=$1 before free=0 got bad=0
	shift
	before=$(stands)
	while [ $free -lt 2000 ]; do
		head -c $(($(df --output=avail -B1 . | tail -n 1) - free * 1024)) /dev/zero >fill
		rs "$@" -q >../said 2>&1
		got=$?
		rm fill
		[ $got -ne 0 ] || break
		[ "$got $(grep -c Fehler ../said) $(grep -cE '\.(neu-|tmp)' ../said)" = "3 1 0" ] || bad=1
		[ "$(stands)" = "$before" ] || bad=2
		[ $bad -eq 0 ] || { echo "$free KiB free: $got"; cat ../said; break; }
		free=$((free + step))
	done
	check "$what: nothing, or all" test $bad -eq 0 -a $free -gt 0 -a $got -eq 0
}
step=300 full "taken in" aufnehmen content/beckum/verzeichnis.xml $SESSION $V
check "released" status 0 rs freigeben -q $V
step=45 full "issued" ausgeben -o aus $V
step=33 full "announced" tagesordnung --bekanntgeben -o sitz $SESSION
check "the register has it" says bekanntmachung rs register liste ausgegeben --breit
step=80 full "handed over" abgeben --sitzung $SESSION -o paket.zip
step=170 full "exported" oparl exportieren -o oparl
at 2100-05-06T08:00:00Z
step=28 full "a result" ergebnis $V einstimmig --gremium rat --datum 2100-05-05
cd ..
umount disk
