# fluss FILE…: what the readers make of files, in the confined child; with --roh in this process
. "$TOP/tests/lesen/build.sh"
FILES=$TOP/tests/lesen/dateien
# inhalt DOCUMENT: its root of contents
inhalt() { case $1 in */tests/*) echo "$TOP/tests/inhalt" ;; *) echo "$TOP/content" ;; esac; }
# wellformed ZIP: each part of XML is
wellformed() {
	python3 - "$1" <<-'X'
		import sys, xml.etree.ElementTree as ET, zipfile
		z = zipfile.ZipFile(sys.argv[1])
		assert z.testzip() is None
		for n in z.namelist():
		    if n.endswith((".xml", ".rels")):
		        ET.fromstring(z.read(n))
	X
}
# same WHAT FILE: a second reader counts the same words; "judged" says
same() { later lesen/zaehlen.py "$1" "$2" "$(./fluss "$2" | sed -n 's/^WORDS //p')"; }
# says_all FILE PATTERN…
says_all() {
	local f=$1 p
	shift
	for p in "$@"; do grep -q "$p" "$f" || return; done
}
