# Sourced by stories of papers and sessions: some to write, and a register r.db to take them into.
S=content/beckum/sitzungen/neu
rm -r content/beckum/*/*
mkdir -p $S
rs() { "$R" "$@" --register r.db; }
# session NAME DAY BEGINNING [BODY]
session() {
	cat >"$S/sitzung-$1.xml" <<-X
		<?xml version="1.0" encoding="UTF-8"?>
		<sitzung xmlns="urn:ratssatz:1" ort="beckum" id="$1" gremium="${4:-rat}" datum="$2" beginn="$3">
		<angaben><sitzungsort name="Rathaus" strasse="Weststraße 46"/><vorsitz amt="Vorsitz"/>
		<bekanntmachung datum="2026-01-02"/></angaben>
		<tagesordnung><teil art="oeffentlich"><top id="fragen-$1" art="einwohnerfragen"/><vorlagen/></teil>
		</tagesordnung></sitzung>
	X
}
# step ATTRIBUTES
step() { echo "<beratung $*/>"; }
# paper NAME STEP…
paper() {
	cat >"$S/vorlage-$1.xml" <<-X
		<?xml version="1.0" encoding="UTF-8"?>
		<vorlage xmlns="urn:ratssatz:1" ort="beckum" id="$1" art="beschlussvorlage" datum="2026-01-02">
		<angaben><titel>Beschluss über $1</titel><federfuehrung stelle="stadt"/>
		$(printf '%s\n' "${@:2}")
		</angaben>
		<beschlussvorschlag><beschluss id="b">Dem wird zugestimmt.</beschluss></beschlussvorschlag>
		<kosten><posten zustand="ohne"/></kosten></vorlage>
	X
}
# number NAME: of the paper, as its source has it
number() { sed -n 's/.* nummer="\([^"]*\)".*/\1/p' "$S/vorlage-$1.xml"; }
# roles SESSION PAPER: as the agenda has them
roles() {
	rs tagesordnung -q --json "$S/sitzung-$1.xml" 2>stderr | python3 -c '
import json, sys
print([t.get("rolle", "-") for t in json.load(sys.stdin) if t.get("drucksache") == sys.argv[1]])' "$(number "$2")"
}
DECIDES='gremium="rat" rolle="entscheidung" massgeblich="ja" datum="2026-05-07"'
