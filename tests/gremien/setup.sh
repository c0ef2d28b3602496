. "$TOP/tests/clerk.sh"
CONCEPT=content/beckum/integrationskonzept-2018
ISSUED=ausgabe/2023-0123-beschlussvorlage.pdf
py() { python3 -c "$@"; }
# issued_rows REGISTER: how many files its ledger has
issued_rows() {
	"$R" register liste ausgegeben --register "$1" --json | py 'import json, sys; print(len(json.load(sys.stdin)))'
}
# items REGISTER [SESSION]: the public agenda, one line an item: number, paper, first word of the title
items() {
	"$R" tagesordnung -q --register "$1" --json "${2:-$SESSION}" 2>stderr | py '
import json, sys
for t in json.load(sys.stdin):
    print(t["nummer"], t.get("drucksache", "-"), "entfallen" if t["entfallen"] else t["titel"].split()[0])'
}
# agenda SCRIPT: the session as it was at first, edited
agenda() {
	[ -e first.xml ] || cp $SESSION first.xml
	sed "$1" first.xml >$SESSION
}
line_of() { grep -n "<$1 " "$2" | head -n 1 | cut -d: -f1; }
