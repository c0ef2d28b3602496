# Sourced: build_reader NAME TARGET links tests/lesen/NAME.c with the rooms of $O. make takes no absolute path with a
# space in it.
build_reader() {
	local o=${O#"$TOP/"} flags
	flags="-std=gnu11 -D_GNU_SOURCE -g -O1 $(make -s -C "$TOP" O="$o" incs | sed 's|-Isrc||; s|-I[^/][^ ]*||g')"
	case $(basename "$O") in *san) flags="$flags -fsanitize=address,undefined -fno-sanitize-recover=all" ;; esac
	# shellcheck disable=SC2086,SC2046
	${CC:-cc} $flags -I"$TOP/src" -I"$O/obj" -o "$2" "$TOP/tests/lesen/$1.c" "$O/obj/rooms.a" \
		$(make -s -C "$TOP" libs)
}
