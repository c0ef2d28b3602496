#!/usr/bin/env bash
# Suite: what cannot be read, mapped or opened, now and then, is told, and nothing is written; an output that is written
# is whole; so it is with little memory. WEITE says at which distance calls fail (13; 1 in make test-voll).
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

# less and less memory: the same bytes, or a message and no file
# starves FILE OPTION…
starves() {
	local x=$TOP/tests/golden/$1.xml got bad=0
	shift
	mkdir -p whole less
	"$R" setzen "${look[@]}" "$@" -o whole "$x" || return 1
	for k in $(seq 1000 $((every * 8)) 6000); do
		rm -rf less/* less/.[!.]*
		(ulimit -d "$k" && exec "$R" setzen "${look[@]}" "$@" -o less "$x") >said 2>&1
		got=$?
		if [ $got -eq 0 ]; then
			diff -r whole less
		else
			[ $got -eq 3 ] && [ -z "$(ls -A less)" ] && grep -q '\]$' said
		fi || { bad=1; echo "$k KiB: $got"; }
	done
	rm -r whole less
	return $bad
}
case $O in
*san) skip "less and less memory: sanitizers need more than any limit" ;;
*)
	check "less and less memory" starves bilder
	check "less and less memory, HTML" starves rtl-zelle --format html
	;;
esac
finish
