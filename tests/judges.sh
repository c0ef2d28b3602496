#!/usr/bin/env bash
# Long suite: judges from outside on every PDF that make demo and the other suites left: veraPDF's program and its newer
# library, page-validation and outloud from PyPI, all of fixed versions. What stays is answered in
# tests/judges/accepted.tsv.
. "$(dirname "$0")/lib.sh"
VERAPDF_LIBRARY=1.30.2 PAGE=0.11.0 OUTLOUD=0.2.1
TOOLS=$TOP/out/werkzeug

# Ours, each content once; some suites keep broken files of others.
make -s demo >"$WORK/demo.log" 2>&1 || fail "make demo"
{ find out -maxdepth 2 -name '*.pdf'; find out/test -name '*.pdf'; } | sort |
	xargs -d '\n' grep -laE 'Producer>ratssatz' |
	xargs -d '\n' sha256sum | sort -s -u -k 1,1 | cut -c 67- >"$WORK/pdfs"
mapfile -t pdfs <"$WORK/pdfs"
check "there are PDFs of the other suites, too" test "${#pdfs[@]}" -gt 50

# answered JUDGE FILE: every finding in it has a reason
answered() { python3 tests/judges/accepted.py tests/judges/accepted.tsv "$1" <"$2"; }

# veraPDF, the program
tests/verapdf.sh "${pdfs[@]}" >"$WORK/verapdf.log" 2>&1
case $? in
0) pass ;;
77) skip "veraPDF: $(tail -n 1 "$WORK/verapdf.log")" ;;
*) fail "veraPDF"; grep -A 4 FAULT "$WORK/verapdf.log" | head -n 40 ;;
esac

# its library, through a small caller
library() (
	[ -e "$TOOLS/verapdf-library/done-$VERAPDF_LIBRARY" ] && return
	rm -rf "$TOOLS/verapdf-library" && mkdir -p "$TOOLS/verapdf-library"
	cat >"$TOOLS/verapdf-library/pom.xml" <<-POM
		<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
		<groupId>ratssatz</groupId><artifactId>judges</artifactId><version>1</version>
		<dependencies><dependency><groupId>org.verapdf</groupId><artifactId>validation-model</artifactId>
		<version>$VERAPDF_LIBRARY</version></dependency></dependencies></project>
	POM
	cd "$TOOLS/verapdf-library" && mvn -B -q dependency:copy-dependencies -DoutputDirectory=lib \
		-DincludeScope=runtime >"$WORK/mvn.log" 2>&1 && touch "$TOOLS/verapdf-library/done-$VERAPDF_LIBRARY"
)
if ! command -v javac >/dev/null || ! library; then
	skip "veraPDF's library $VERAPDF_LIBRARY: no JDK or not to be had, see $WORK/mvn.log"
elif java -cp "$TOOLS/verapdf-library/lib/*" tests/judges/Verapdf.java "${pdfs[@]}" \
	>"$WORK/library" 2>"$WORK/library.err"; then
	check "veraPDF's library $VERAPDF_LIBRARY" answered library "$WORK/library"
else
	fail "veraPDF's library read every file"
	tail -n 5 "$WORK/library" "$WORK/library.err"
fi

# from PyPI
venv=$TOOLS/judges
from_pypi() {
	rm -rf "$venv" && python3 -m venv "$venv" &&
		"$venv/bin/pip" install -q "page-validation==$PAGE" "outloud==$OUTLOUD" &&
		touch "$venv/done-$PAGE-$OUTLOUD"
}
[ -e "$venv/done-$PAGE-$OUTLOUD" ] || from_pypi >"$WORK/pip.log" 2>&1
for judge in page outloud; do
	if [ ! -e "$venv/done-$PAGE-$OUTLOUD" ]; then
		skip "$judge: not to be had from PyPI ($(tail -n 1 "$WORK/pip.log"))"
	elif "$venv/bin/python" tests/judges/judge.py $judge "${pdfs[@]}" \
		>"$WORK/$judge" 2>"$WORK/$judge.err"; then
		check "$judge" answered $judge "$WORK/$judge"
	else
		fail "$judge judged every file"
		tail -n 5 "$WORK/$judge.err"
	fi
done
finish
