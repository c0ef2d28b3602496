#!/usr/bin/env bash
# Every reader under libFuzzer with ASan and UBSan: fuzz.sh FOLDER SECONDS; needs clang. Builds into FOLDER, begins with
# the small corpus of tests/lesen/fuzz and what it found before (FOLDER/corpus); a fault stays there as crash-….
set -eu
cd "$(dirname "$0")/../.."
to=$1
mkdir -p "$to/obj" "$to/corpus"
san="-O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer"
read -ra flags < <(echo "-std=gnu11 -D_GNU_SOURCE $san $(make -s incs) -DRATSSATZ_VERSION=\"0\" -DRATSSATZ_SHARE=\"/\"")
read -ra libs < <(make -s libs)
for c in src/{base,import,model,source,style}/*.c src/docx/zip.c out/obj/source/tables.c; do
	o=$to/obj/$(tr / - <<<"${c%.c}").o
	[ "$o" -nt "$c" ] || ${FUZZCC:-clang} "${flags[@]}" -fsanitize=fuzzer-no-link -c -o "$o" "$c"
done
rm -f "$to/all.a"
ar rcs "$to/all.a" "$to"/obj/*.o
clang "${flags[@]}" -fsanitize=fuzzer -o "$to/fuzz" tests/lesen/fuzz.c "$to/all.a" "${libs[@]}"
limit=(-max_total_time="$2")
[ "$2" -gt 0 ] || limit=(-runs=0)          # 0 seconds would be without end: the corpus alone
exec "$to/fuzz" "${limit[@]}" -max_len=16384 -timeout=20 -rss_limit_mb=1500 -artifact_prefix="$to/" \
	-verbosity=0 -print_final_stats=1 "$to/corpus" tests/lesen/fuzz
