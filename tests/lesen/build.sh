# Sourced: build_reader NAME TARGET links tests/lesen/NAME.c with the rooms of $O.
build_reader() {
	local flags
	flags="-std=gnu11 -D_GNU_SOURCE -g -O1 $(make -s -C "$TOP" O="$O" incs | sed "s|-Isrc|-I$TOP/src|")"
	case $(basename "$O") in *san) flags="$flags -fsanitize=address,undefined -fno-sanitize-recover=all" ;; esac
	# shellcheck disable=SC2086,SC2046
	${CC:-cc} $flags -o "$2" "$TOP/tests/lesen/$1.c" "$O/obj/rooms.a" $(make -s -C "$TOP" libs)
}
