#!/usr/bin/env bash
# Long suite: readers of files of others: pandoc (where it is installed) over ../shared/pruefstein in the same run, a
# file of 2,000 pages, all readers fuzzed (MINUTEN=3).
. "$(dirname "$0")/lib.sh"
cd "$WORK" || exit 1
. "$TOP/tests/lesen/setup.sh"
export RATSSATZ_GESTALTUNG=$TOP/templates
check "the reader by itself" build_reader fluss fluss

# ---- beside pandoc
cpu() { python3 - "$@" <<-'X'
	import resource, subprocess, sys
	subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
	u = resource.getrusage(resource.RUSAGE_CHILDREN)
	print(round((u.ru_utime + u.ru_stime) * 1000), u.ru_maxrss)
	X
}
stone=$TOP/../shared/pruefstein
if [ -d "$stone" ]; then
	ours=0 theirs=0
	for f in "$stone"/docx/*.docx; do
		read -r ms _ < <(cpu "$R" uebernehmen -q "$f" -o "stein/$(basename "$f" .docx)")
		ours=$((ours + ms))
		command -v pandoc >/dev/null || continue
		read -r ms _ < <(cpu pandoc -f docx -t json -o /dev/null "$f")
		theirs=$((theirs + ms))
	done
	python3 "$stone/abgleich.py" --alle stein | tail -n 1 | tee sums
	echo "   CPU: ratssatz uebernehmen $ours ms, pandoc $theirs ms"
	check "none unreadable" grep -q 'nicht lesbar 0$' sums
else
	skip "beside pandoc: ../shared/pruefstein is not there"
fi

# ---- size: linear
TOP=$TOP python3 - <<'X'
import os, random
exec(open(os.environ["TOP"] + "/tests/lesen/boese.py").read().split("para = ")[0])
random.seed(1)
ws = "Die Stadt fördert das Ehrenamt seit vielen Jahren und beteiligt Vereine Träger Schulen an der Planung".split()
def paragraph():
    run = '<w:r><w:rPr><w:sz w:val="22"/></w:rPr><w:t xml:space="preserve">%s </w:t></w:r>'
    return "<w:p>" + "".join(run % " ".join(random.choices(ws, k=20)) for _ in range(4)) + "</w:p>"
for pages in 1, 200, 2000:
    open(f"seiten{pages}.docx", "wb").write(docx("".join(paragraph() for _ in range(6 * pages))))
X
for pages in 1 200 2000; do
	read -r ms kb < <(cpu ./fluss seiten$pages.docx)
	echo "   $pages pages: $ms ms, $kb KB"
	last=$ms
done
read -r ms _ < <(cpu ./fluss seiten200.docx)
check "2,000 pages take at most 15 times what 200 take" test "$last" -le $((15 * (ms + 2)))

# ---- fuzzing
if command -v clang >/dev/null; then
	check "fuzzing: no fault" "$TOP/tests/lesen/fuzz.sh" "$TOP/out/fuzz" $((${MINUTEN:-3} * 60))
	grep -a 'number_of_executed' "$WORK/last"
else
	skip "fuzzing: clang is missing"
fi
finish
