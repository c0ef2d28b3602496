#!/usr/bin/env bash
# Suite: what cannot be read, mapped or opened, now and then, is told, and nothing is written; an output that is written
# is whole. WEITE says at which distance calls fail (13; 1 in make test-voll).
. "$(dirname "$0")/lib.sh"
cd "$WORK" || exit 1
every=${WEITE:-13}
look=(-q --inhalt "$TOP/tests/inhalt" --gestaltung "$TOP/templates")
# fails NAME FILE OPTION…
fails() {
	local x=$TOP/tests/golden/$2.xml
	check "$1" python3 "$TOP/tests/outage.py" "$every" "o-$2" "$R" setzen "${look[@]}" "${@:3}" -o "o-$2" "$x"
}
if ! command -v strace >/dev/null; then
	skip "calls that fail: strace is not installed"
elif [[ $(basename "$O") == *san ]]; then
	skip "calls that fail: not under a sanitizer"
else
	fails "a PDF" bausteine
	fails "with pictures" bilder
	fails "HTML" rtl-zelle --format html
fi
finish
