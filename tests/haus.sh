#!/usr/bin/env bash
# The static rules of the house: rooms and their private headers, sizes, circles, what nobody uses, no mutable globals,
# no town in C, documents that tell what is there, fonts as they were. What a rule lets pass: tests/haus/*.txt.
cd "$(dirname "$0")/.." || exit 1
. tests/gemeinsam.sh

layers() { awk -f src/layers.awk src/layers src/*/*.[ch] src/*/*/*.[ch]; }
mutable() {
	size -A "$O"/obj/*/*.o | awk '/:$/ {f = $1}
		$1 ~ /^\.(data|bss)/ && $1 !~ /^\.data\.rel\.ro/ && $2 {print f " " $1 " " $2; bad = 1} END {exit bad}'
}
fonts() { (cd fonts && sha256sum --quiet -c PRUEFSUMMEN); }
machine_paths() { ! git grep -nE '/w[o]rk/|/r[o]ot/|/h[o]me/[a-z]' -- .; }
dead() {
	local libraries
	read -ra libraries < <(make -s O="$O" libs)
	tests/haus.py dead "$O" "${CC:-cc}" "${libraries[@]}"
}

pruefe "rooms and private headers (src/layers)" layers
pruefe "files of at most 600 lines" tests/haus.py sizes
pruefe "files named apart" tests/haus.py names
pruefe "lines of at most 120 columns" tests/haus.py width
pruefe "functions: length, parameters, complexity" tests/haus.py functions
pruefe "share of comments" tests/haus.py comments
pruefe "no town in C, none the ground of another" tests/haus.py towns
pruefe "documents cite what exists" tests/haus.py documents
pruefe "fonts unchanged" fonts
pruefe "no path of a machine" machine_paths
# The sanitizers add sections and symbols of their own.
case $O in
*san*) ;;
*)
	pruefe "no mutable globals" mutable
	pruefe "circles within rooms" tests/haus.py circles "$O"
	pruefe "exported only what another file uses" tests/haus.py exported "$O"
	pruefe "no dead code" dead
	;;
esac
schluss
