#!/usr/bin/env bash
# Suite: unit tests (cmocka), tests/unit/NAME_test.c, each linked with what it needs of all rooms.
# A test that replaces a room by its own functions says so in its first line: "// without: text pdf".
. "$(dirname "$0")/lib.sh"
flags="-std=gnu11 -D_GNU_SOURCE -g $(make -s O="${O#"$TOP"/}" incs) $(pkg-config --cflags cmocka)"
case $(basename "$O") in *san) flags="$flags -fsanitize=address,undefined -fno-sanitize-recover=all" ;; esac
libs="$(make -s libs) -lhyphen $(pkg-config --libs cmocka)"

# archive ROOMS: of all but these, so that only what a test reaches is linked; shared by those that leave out the same
archive() {
	local o room objects=()
	rm -f "$WORK/rooms.a"
	for o in "$O"/obj/*/*.o; do
		[ "$o" = "$O/obj/cli/main.o" ] && continue     # its malloc would come along
		room=${o%/*}
		[[ $1 == *" ${room##*/} "* ]] || objects+=("$o")
	done
	ar rcsT "$WORK/rooms.a" "${objects[@]}"
}
for t in tests/unit/*_test.c; do
	name=$(basename "$t" _test.c)
	wanted "$name" || continue
	rooms=" $(sed -n '1s|^// without: \(.*\)|\1|p' "$t") "
	[ "$rooms" = "${archived-none}" ] || archive "$rooms"
	archived=$rooms
	# shellcheck disable=SC2086
	if ! ${CC:-cc} $flags -o "$WORK/$name" "$t" "$WORK/rooms.a" $libs >"$WORK/$name.log" 2>&1; then
		fail "$t does not compile"
		head -n 20 "$WORK/$name.log"
		continue
	fi
	O=$O "$WORK/$name" >"$WORK/$name.log" 2>&1
	rc=$?
	n=$(grep -c '^\[       OK \]' "$WORK/$name.log")
	f=$(grep '^\[  FAILED  \]' "$WORK/$name.log" | grep -vc 'test(s)')
	[ $rc -ne 0 ] && [ "$f" -eq 0 ] && f=1
	[ $((n + f)) -gt 0 ] || f=1
	passed=$((passed + n)) failed=$((failed + f))
	[ "$f" -gt 0 ] && { echo "FAILED $t"; tail -n 30 "$WORK/$name.log"; }
done
finish
