#!/usr/bin/env bash
# Unit tests (cmocka): tests/unit/*_test.c, each linked with all objects but main. A test that fakes a room says so in its first line: "// ohne: text".
cd "$(dirname "$0")/.." || exit 1
. tests/gemeinsam.sh

pkgs="libxml-2.0 harfbuzz harfbuzz-subset fribidi nettle libcjson libpng libjpeg libdeflate zlib sqlite3 hunspell libmicrohttpd libzip cmocka"
flags="-std=gnu11 -D_GNU_SOURCE -g -Isrc -Itests"
case $O in *san*) flags="$flags -fsanitize=address,undefined -fno-sanitize-recover=all" ;; esac
for t in tests/unit/*_test.c; do
	[ -e "$t" ] || continue
	name=$(basename "$t" .c)
	ohne=$(sed -n '1s|^// ohne: \(.*\)|\1|p' "$t")
	objs=()
	for o in "$O"/obj/*/*.o; do
		room=$(basename "$(dirname "$o")")
		case " $ohne cli " in *" $room "*) ;; *) objs+=("$o") ;; esac
	done
	# shellcheck disable=SC2046,SC2086
	if ! cc $flags -o "$WERK/$name" "$t" "${objs[@]}" $(pkg-config --cflags --libs $pkgs) -lhpdf -lhyphen -lm >"$WERK/$name.log" 2>&1; then
		schlecht "$t lässt sich nicht übersetzen"
		head -n 20 "$WERK/$name.log"
		continue
	fi
	O=$O "$WERK/$name" >"$WERK/$name.log" 2>&1
	rc=$?
	n=$(grep -c '^\[       OK \]' "$WERK/$name.log")
	f=$(grep '^\[  FAILED  \]' "$WERK/$name.log" | grep -vc 'test(s)')
	[ "$rc" -ne 0 ] && [ "$f" -eq 0 ] && f=1
	passed=$((passed + n)) failed=$((failed + f))
	[ "$f" -gt 0 ] && { echo "FEHLSCHLAG $t"; tail -n 30 "$WERK/$name.log"; }
done
schluss
