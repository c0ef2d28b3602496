# Sourced by cases that try a full disk. disk MIB: it is ./disk, which the case fills and goes into; false: skipped.
disk() {
	mkdir disk
	if [ "$(id -u)" = 0 ] && mount -t tmpfs -o size="$1"m tmpfs disk 2>/dev/null; then
		# shellcheck disable=SC2064
		trap "umount -l '$PWD/disk' 2>/dev/null" EXIT # where the case ends before its own umount
		return
	fi
	skip "a full disk: it cannot be mounted here"
	return 1
}
stands() { find . -mindepth 1 ! -name fill \( -type f -exec sha256sum {} + -o -type d -print \) | LC_ALL=C sort; }
# full WHAT COMMAND…: with $step more and more KiB free, until it succeeds. Before: all is as it was, it ends with 3
# and one message that names no temporary file. With room it does what it should.
full() {
	local what=$1 before free=0 got bad=0
	shift
	before=$(stands)
	while [ $free -lt 4000 ]; do
		head -c $(($(df --output=avail -B1 . | tail -n 1) - free * 1024)) /dev/zero >fill
		"$@" >../said 2>&1
		got=$?
		rm fill
		[ $got -ne 0 ] || break
		[ "$got $(grep -c ': Fehler: ' ../said) $(grep -cE '\.(neu-|tmp)' ../said)" = "3 1 0" ] || bad=1
		[ "$(stands)" = "$before" ] || bad=2
		[ $bad -eq 0 ] || { echo "$free KiB free: $got"; diff <(echo "$before") <(stands); cat ../said; break; }
		free=$((free + step))
	done
	check "$what: nothing, or all" test $bad -eq 0 -a $free -gt 0 -a $got -eq 0
}
