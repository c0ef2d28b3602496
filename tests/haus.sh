#!/usr/bin/env bash
# Suite: the static rules of the house: rooms and their private headers, sizes, circles, what nobody uses, no mutable
# globals, no town in C, documents that tell what is there, fonts as they were. What a rule lets pass: tests/haus/*.txt.
. "$(dirname "$0")/lib.sh"

layers() { awk -f src/layers.awk src/layers src/*/*.[ch] src/*/*/*.[ch]; }
mutable() {
	size -A "$O"/obj/*/*.o | awk '/:$/ {f = $1}
		$1 ~ /^\.(data|bss)/ && $1 !~ /^\.data\.rel\.ro/ && $2 {print f " " $1 " " $2; bad = 1} END {exit bad}'
}
fonts() { (cd fonts && sha256sum --quiet -c PRUEFSUMMEN); }
machine_paths() { ! git grep -nE '/w[o]rk/|/r[o]ot/|/h[o]me/[a-z]' -- .; }
codes() { "$R" erklaere | awk 'seen[$1]++ {print $1 " has two meanings"; bad = 1} END {exit bad || NR < 100}'; }
reference() {
	local file part bad=0
	for file in content/handbuch/referenz-*.xml; do
		part=$(basename "${file#*referenz-}" .xml)
		"$R" referenz "$part" | cmp - "$file" || { bad=1; echo "make referenz"; }
	done
	return $bad
}
dead() {
	local libraries
	read -ra libraries < <(make -s O="${O#"$TOP"/}" libs)
	tests/haus.py dead "$O" "${CC:-cc}" "${libraries[@]}"
}

check "rooms and private headers (src/layers)" layers
check "files of at most 600 lines" tests/haus.py sizes
check "files named apart" tests/haus.py names
check "lines of at most 120 columns" tests/haus.py width
check "functions: length, parameters, complexity" tests/haus.py functions
check "share of comments" tests/haus.py comments
check "no town in C, none the ground of another" tests/haus.py towns
check "words: C and the ground have the same" tests/haus.py words
check "the looks that are told are those of the ground" tests/haus.py looks
check "documents cite what exists" tests/haus.py documents
check "one meaning for each code" codes
check "the handbook's reference is made of this program" reference
check "fonts unchanged" fonts
check "no path of a machine" machine_paths
check "mutants apply" python3 tests/mutants/mutants.py stale
# The sanitizers add sections and symbols of their own.
case $O in
*san) ;;
*)
	check "no mutable globals" mutable
	check "circles within rooms" tests/haus.py circles "$O"
	check "exported only what another file uses" tests/haus.py exported "$O"
	check "no dead code" dead
	;;
esac
finish
