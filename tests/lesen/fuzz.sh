#!/usr/bin/env bash
# Every reader, and what looks into PDFs of others, under libFuzzer with ASan and UBSan: fuzz.sh FOLDER SECONDS
# [TARGET]; needs clang. TARGET: readers (fuzz.c) or beside (beside.c), without it both, half of the time each. Builds
# into FOLDER, begins with the small corpus of tests/lesen/fuzz or tests/lesen/beside and what it found before
# (FOLDER/corpus, FOLDER/corpus-beside); a fault stays there as crash-….
set -eu
cd "$(dirname "$0")/../.."
to=$1
mkdir -p "$to/obj" "$to/corpus" "$to/corpus-beside"
san="-O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer"
read -ra flags < <(echo "-std=gnu11 -D_GNU_SOURCE $san $(make -s incs) -DRATSSATZ_VERSION=\"0\" -DRATSSATZ_SHARE=\"/\"")
read -ra libs < <(make -s libs)
looking=(src/pdf/{beside,foreign,lex,plane,rest,unseen}.c)
for c in src/{base,import,model,source,style}/*.c src/docx/zip.c out/obj/source/tables.c "${looking[@]}"; do
	o=$to/obj/$(tr / - <<<"${c%.c}").o
	[ "$o" -nt "$c" ] || ${FUZZCC:-clang} "${flags[@]}" -fsanitize=fuzzer-no-link -c -o "$o" "$c"
done
rm -f "$to/all.a"
ar rcs "$to/all.a" "$to"/obj/*.o
# Keys a PDF is asked for are what a fuzzer would never guess.
grep -oh '"/[A-Za-z0-9]*"' "${looking[@]}" | sort -u >"$to/keys"

# fuzz TARGET SECONDS CORPUS SEEDS OPTION…
fuzz() {
	local limit=(-max_total_time="$2")
	[ "$2" -gt 0 ] || limit=(-runs=0)          # 0 seconds would be without end: the corpus alone
	"$to/$1" "${limit[@]}" -timeout=20 -rss_limit_mb=1500 -artifact_prefix="$to/" -verbosity=0 \
		-print_final_stats=1 "${@:5}" "$3" "$4"
}
link=(clang "${flags[@]}" -fsanitize=fuzzer)
share=$2
[ -n "${3:-}" ] || share=$(($2 / 2))
if [ "${3:-}" != beside ]; then
	"${link[@]}" -o "$to/readers" tests/lesen/fuzz.c "$to/all.a" "${libs[@]}"
	fuzz readers "$share" "$to/corpus" tests/lesen/fuzz -max_len=16384
fi
if [ "${3:-}" != readers ]; then
	"${link[@]}" -Wl,--wrap=prog_run_on -o "$to/beside" tests/lesen/beside.c "$to/all.a" "${libs[@]}"
	fuzz beside "$share" "$to/corpus-beside" tests/lesen/beside -max_len=8192 -dict="$to/keys"
fi
