#!/usr/bin/env bash
# Suite: writing: same bytes twice, nothing half written, the earlier PDF untouched, a full device, a file-size limit.
. "$(dirname "$0")/lib.sh"
x=$TOP/tests/golden/bausteine.xml
cd "$WORK" || exit 1
set_it() { "$R" setzen -q --inhalt "$TOP/tests/inhalt" "$@"; }

# nothing of the clock or the place is in it
unset SOURCE_DATE_EPOCH
check "set" set_it -o a.pdf "$x"
later() { [ "$(date +%s)" -gt "$begun" ]; }
begun=$(date +%s)
check "a second goes by" eventually later
check "set again" set_it -o b.pdf "$x"
check "the same bytes" cmp a.pdf b.pdf
check "set elsewhere" env LC_ALL=tr_TR.UTF-8 TZ=Asia/Tokyo "$R" setzen -q --inhalt "$TOP/tests/inhalt" -o c.pdf "$x"
check "the same bytes elsewhere" cmp a.pdf c.pdf
check "object streams" set_it --objektstroeme -o o.pdf "$x"
check "object streams are smaller" test "$(stat -c %s o.pdf)" -lt "$(stat -c %s a.pdf)"
check "object streams: qpdf" qpdf --check o.pdf

# a faulty document leaves the earlier PDF as it is
cp a.pdf old.pdf
sed 's/<absatz>/<apsatz>/' "$x" >broken.xml
check "a fault" status 1 set_it -o a.pdf broken.xml
check "a fault: the earlier PDF is untouched" cmp a.pdf old.pdf

# what others wrote is not replaced, whatever the output; what is ours is, again and again
e=$TOP/content/beckum/integrationskonzept
with=(--gestaltung "$TOP/templates" --inhalt "$TOP/content" -q)
all_of() {
	case $1 in
	pdf | html) "$R" setzen "${with[@]}" "${@:2}" --format "$1" -o "out.$1" "$x" ;;
	txt | json) "$R" vergleiche "${with[@]}" "${@:2}" -o "out.$1" "$e-2012" "$e-2018" ;;
	esac
}
for kind in pdf html txt json; do
	for what in Brief "%PDF-1.4 von Word" "<!DOCTYPE html><p>ratssatz</p>" "{}" "BEGIN:VCALENDAR"; do
		echo "$what" | tee "out.$kind" >other
		check "$kind: not over $what" status 3 all_of $kind
		check "$kind: told" grep -q "FREMDEDATEI" stderr
		check "$kind: it is still there" cmp other "out.$kind"
	done
	check "$kind: if one says so" status 0 all_of $kind --ersetzen
	check "$kind: again" status 0 all_of $kind
done
: >empty.pdf
check "over an empty file" status 0 set_it -o empty.pdf "$x"

# what was set before in the same call changes no byte
mkdir alone after
docs=("$TOP/content/borken/zusammenleben-2016" "$TOP/content/beckum/praesentation-2024-02-22")
for kind in html pdf docx; do
	check "$kind, alone" status 0 "$R" setzen "${with[@]}" --format $kind -o alone "$e-2012"
	check "$kind, after others" status 0 "$R" setzen "${with[@]}" --format $kind -o after "${docs[@]}" "$e-2012"
	check "$kind: the same bytes" cmp alone/*2012.$kind after/*2012.$kind
done

# a few files of one call: each is on the disk before the first takes its place
if command -v strace >/dev/null; then
	mkdir few
	strace -qq -o calls -e trace=fsync,rename "$R" setzen -q --kerne 1 --inhalt "$TOP/tests/inhalt" \
		-o few "$x" "$TOP/tests/golden/adressen.xml"
	check "few files: both are there" equal "$(find few -name '*.pdf' | wc -l)" 2
	check "few files: synced, synced, renamed, renamed, the folder" \
		equal "$(sed 's/(.*//' calls | paste -sd' ')" "fsync fsync rename rename fsync"
else
	skip "few files: strace is missing"
fi

# a stream that the caller closed: the work is done, no message gets into a file; what cannot be printed is told by 3
set_it -o open.pdf "$x" 2>/dev/null
for closed in '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
	rm -f closed.pdf
	check "closed $closed" bash -c "'$R' setzen -q --inhalt '$TOP/tests/inhalt' -o closed.pdf '$x' $closed"
	check "closed $closed: the same bytes" cmp open.pdf closed.pdf
	bash -c "'$R' pruefen --inhalt '$TOP/tests/inhalt' broken.xml $closed" >/dev/null 2>&1
	check "closed $closed: a fault is one" equal $? 1
	said=0
	[[ $closed != *'>&-'* || $closed == '2>&-' || $closed == '<&- 2>&-' ]] || said=3
	bash -c "'$R' setzen -q --inhalt '$TOP/tests/inhalt' --dump=vorlesen '$x' $closed" >/dev/null 2>&1
	check "closed $closed: what is printed" equal $? $said
done

# no room: file-size limit; no temporary file stays behind either
mkdir tight
cp a.pdf tight/k.pdf
limited() { (ulimit -f 8; trap '' XFSZ; set_it -o tight/k.pdf "$x"); }
check "a limit of size" status 3 limited
check "a limit of size: told" grep -q 'Fehler: .*\[SCHREIBEN\]' stderr
check "a limit of size: the earlier PDF is untouched" cmp a.pdf tight/k.pdf
check "a limit of size: nothing is left" test "$(ls -A tight | grep -v '^[.]d$' | wc -l)" -eq 1

# no room: a full file system
mkdir full
if [ "$(id -u)" -eq 0 ] && mount -t tmpfs -o size=64k tmpfs full 2>/dev/null; then
	check "a full disk" status 3 set_it -o full/k.pdf "$x"
	check "a full disk: nothing is left" test -z "$(ls -A full)"
	umount full
else
	skip "a full disk: it cannot be mounted here"
fi
# a long document is put aside: with room the same bytes, without it a message and the earlier file; nothing is left
mkdir short long aside
cp "$TOP/tests/golden/gemeinsam.xml" short/k.xml
{
	cat short/k.xml
	printf '<!-- '
	head -c 40M /dev/zero | tr '\0' x
	printf -- ' -->\n'
} >long/k.xml
put_aside() { TMPDIR=$WORK/aside set_it -o long.pdf long/k.xml; }
check "a short document" set_it -o short.pdf short/k.xml
check "a long document" put_aside
check "a long document: the same bytes" cmp short.pdf long.pdf
little_room() { (ulimit -f 8192; trap '' XFSZ; put_aside); }
check "a long document, a limit of size" status 3 little_room
check "a long document, a limit of size: told" grep -q 'Fehler: .*aside.*voll.*\[AUSLAGERN\]' stderr
check "a long document, a limit of size: the earlier PDF is untouched" cmp short.pdf long.pdf
if [ "$(id -u)" -eq 0 ] && mount -t tmpfs -o size=16m tmpfs aside 2>/dev/null; then
	check "a long document, a full disk" status 3 put_aside
	check "a long document, a full disk: told" grep -q 'Fehler: .*aside.*voll.*\[AUSLAGERN\]' stderr
	umount aside
else
	skip "a long document, a full disk: it cannot be mounted here"
fi
rm long/k.xml
check "a long document: nothing is left" test -z "$(ls -A aside)"
check "/dev/full" status 3 set_it -o /dev/full "$x"
check "a folder that is not there" status 3 set_it -o gibtsnicht/k.pdf "$x"
to_full() { "$R" setzen --inhalt "$TOP/tests/inhalt" --dump=vorlesen "$x" >/dev/full; }
check "standard output is full" status 3 to_full
finish
