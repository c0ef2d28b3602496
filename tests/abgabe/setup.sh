. "$TOP/tests/clerk.sh"
# open_ones: how many papers wait for a receipt
open_ones() { rs register liste --offen --json | python3 -c 'import json, sys; print(len(json.load(sys.stdin)))'; }
unpack() { rm -rf "$2"; mkdir "$2" && python3 -m zipfile -e "$1" "$2"; }
# holds FOLDER EXPRESSION: m is the manifest, q the receipt form, t the rows of the table, doc(text) a document of m
holds() {
	python3 - "$1" "$2" <<-'P'
		import csv, hashlib, json, os, sys
		d = sys.argv[1]
		m, q = (json.load(open(os.path.join(d, n))) for n in ('manifest.json', 'quittung.json'))
		t = list(csv.DictReader(open(os.path.join(d, 'papiere.csv'), newline=''), delimiter=';'))
		def data(n): return open(os.path.join(d, n), 'rb').read()
		def doc(text): return next(x for x in m['dokumente'] if text in json.dumps(x, ensure_ascii=False))
		assert eval('(' + sys.argv[2] + ')'), sys.argv[2]
	P
}
