HERE=$TOP/tests/uebernahme
IN=(--inhalt "$TOP/content")
export SOURCE_DATE_EPOCH=1717200000
# take NAME OPTION…: the original of that name into the folder NAME
take() { "$R" uebernehmen "$HERE/original/$1.txt" -o "$1" --inhalt "$TOP/content" "${@:2}" >"$1.told" 2>&1; }
# as_before NAME: all files of source, one after the other, are NAME.xml beside the originals
as_before() {
	(cd "$1" && for f in $(LC_ALL=C find . -name '*.xml' | LC_ALL=C sort); do
		echo "== ${f#./}"
		grep -v '^<?xml' "$f"
	done) >"$WORK/is"
	recording "$HERE/$1.erwartet" "$WORK/is" && return
	diff "$HERE/$1.erwartet" "$WORK/is"
}
words() { python3 "$HERE/words.py" "$HERE/original/$1.txt" "$1"; }
# told NAME EXPRESSION: of its account, in Python
told() {
	python3 -c '
import json, sys
j = json.load(open(sys.argv[1] + "/uebernahme.json"))
assert eval(sys.argv[2])' "$@"
}
massnahmen() { cat "$1"/*.xml | grep -c '<massnahme '; }
