# Every command, from every folder: it works or refuses with a message, it never crashes, reads no other tree, uses the
# register that is named, and leaves no journal. Contents and register are named in full.
. "$TOP/tests/clerk.sh"
mkdir -p town/content beside
# another tree beside, which would be found from there: it is broken, so that whoever reads it says so
mkdir -p beside/content/beckum
echo '<nichts' >beside/content/beckum/verzeichnis.xml
cp beside/content/beckum/verzeichnis.xml beside/content/beckum/konzept.xml
here=$PWD C=$PWD/town/content/beckum
P=$C/sitzungen/2023-05-31 K=$C/integrationskonzept-2018
db=$PWD/r.db
# from FOLDER: each command there; its exit statuses
from() {
	local out=$here/aus-$2
	rm -rf "$db"* "$out"* "$here/neu-$2"* "$here/town/looks" "$here/town/content/beckum"
	cp -r "$TOP/content/beckum" "$here/town/content/"
	cd "$1" || return
	# heard WHAT STATUS: what it said is a message, and of no other tree
	heard() {
		local what=$1 got=$2
		echo "$what $got"
		[ $got -lt 4 ] || echo "$what from $1: $got" >>"$here/crashed"
		if [ $got -ne 0 ] && ! grep -q '\[[A-ZÄÖÜ]*\]$' "$here/stderr"; then
			echo "$what: no message" >>"$here/crashed"
		fi
		grep -n 'beside/content' "$here/stderr" "$here/stdout" >>"$here/crashed"
		ls "$db"-journal 2>/dev/null >>"$here/crashed"
	}
	try() {
		local what=$1
		shift
		echo "$1" >>"$here/tried"
		timeout 120 "$R" "$@" >"$here/stdout" 2>"$here/stderr" </dev/null
		heard "$what" $?
	}
	# stay WHAT WORD COMMAND…: one that stays until it is ended; WORD is what it says, or a file it makes
	stay() {
		local what=$1 word=$2 pid
		shift 2
		echo "$1" >>"$here/tried"
		: >"$here/stderr"                      # what the one before said is no sign of this one
		"$R" "$@" >"$here/stdout" 2>"$here/stderr" </dev/null &
		pid=$!
		begun() { [ -e "$word" ] || grep -q "$word" "$here/stderr" || ! kill -0 $pid; }
		eventually begun
		kill -TERM $pid 2>/dev/null
		wait $pid
		heard "$what" $?
	}
	try take aufnehmen -q --register "$db" "$C/verzeichnis.xml" "$C"/sitzungen/*/*.xml "$K"/konzept.xml
	try release freigeben -q --register "$db" "$P"/*.xml
	try issue ausgeben -q --register "$db" -o "$out" "$P"/*.xml
	try agenda tagesordnung -q --register "$db" -o "$out" "$P/sitzung.xml"
	try announce tagesordnung -q --register "$db" --bekanntgeben -o "$out" "$P/sitzung.xml"
	local at=(-q --register "$db" --gremium integrationsrat --datum 2023-05-31)
	try result ergebnis "${at[@]}" --inhalt "$here/town/content" 2023/0123 einstimmig
	try result-of ergebnis "${at[@]}" "$P/vorlage-austausch.xml" einstimmig
	try handing abgeben -q --register "$db" --sitzung "$P/sitzung.xml" -o "$out.zip"
	try minutes niederschrift -q --register "$db" "$P/sitzung.xml"
	try minutes-set niederschrift -q --register "$db" -o "$out-minutes" "$P/niederschrift.xml"
	rm -f "$P/niederschrift.xml"
	try tasks beschluesse --register "$db"
	try access barrierefreiheit -q --register "$db" -o "$out-access" "$C/verzeichnis.xml"
	try annex anlage "$TOP/tests/pruefung/anlage/plan.pdf"
	try receipt quittieren -q --register "$db" "$P/sitzung.xml"
	for list in papiere sitzungen ausgaben ausgegeben massnahmen; do
		try "list-$list" register liste $list --register "$db"
	done
	try show register zeige 2023/0123 --register "$db"
	try search register suche Baum --register "$db"
	try look register pruefen --register "$db" --inhalt "$here/town/content"
	try backup register sichern -q "$out.db" --register "$db"
	try rebuild register neu-aufbauen --register "$db" --inhalt "$here/town/content" beckum
	try restore register wiederherstellen "$out.db" --register "$db"
	try export oparl exportieren -q --register "$db" -o "$out-oparl"
	stay serve system.json oparl dienen --register "$db" --port 0
	stay desk http werkstatt --inhalt "$here/town/content" --register "$db" --port 0
	stay watch "$out-watch.pdf" beobachten -q -o "$out-watch.pdf" "$P/vorlage-austausch.xml"
	try plan stapel plan -q -o "$out-jobs/jobs.ndjson" --register "$db" "$here/town/content"
	try run stapel lauf -q "$out-jobs/jobs.ndjson"
	try collect stapel sammeln -q "$out-jobs/jobs.ndjson"
	try script stapel skript slurm "$out-jobs/jobs.ndjson"
	try take-over uebernehmen -q -o "$out-taken" "$TOP/tests/lesen/dateien/libreoffice.docx"
	try take-back zurueckziehen -q --register "$db" --grund x --entfernen "$P/vorlage-austausch.xml"
	try take-session-back zurueckziehen -q --register "$db" --grund x --entfernen "$P/sitzung.xml"
	try proof nachweis --register "$db" "$out"/*0123*.pdf
	try check pruefen -q "$K"
	try check-against pruefen -q --gegen "$K" "$C/integrationskonzept-2019"
	try set setzen -q -o "$out" "$P/vorlage-austausch.xml"
	try compare vergleiche -q -o "$out/s.pdf" "$K" "$C/integrationskonzept-2019"
	try advance fortschreiben -q --edition 2020 --von "$C/integrationskonzept-2019" --nach "$C/neu-$2"
	try state stand "$K"
	try sheets stand -q --boegen "$out-sheets" "$C/neu-$2"
	try answers antworten "$out-sheets"/*.csv
	try explain erklaere SUMME
	try reference referenz befehle
	try town ort-anlegen -q --unter "$here/town/looks" neustadt
	try new neu -o "$here/neu-$2.xml" konzept beckum
	try no-file setzen "$here/gibt-es-nicht.xml"
	try no-register register liste --register "$here/gibt-es-nicht.db"
	cd "$here" || return
}
: >crashed
: >tried
from "$here/town" above >above.status
for place in / "$here/town/content" "$here/town/content/beckum" "$here/beside" "$here/beside/content"; do
	name=$(echo "$place" | tr -c 'a-z\n' _)
	from "$place" "$name" >"$name.status"
	check "from $place as from above the contents" diff above.status "$name.status"
done
check "nothing crashed, no other tree was read, no journal is left" diff /dev/null crashed
works="take release issue agenda announce minutes tasks handing set check compare export serve desk watch plan run
	collect script take-over take-back take-session-back advance sheets town new look state"
# shellcheck disable=SC2086
check "commands that must work do" absent "^($(printf '%s|' $works)set) [1-9]" above.status
"$R" --hilfe | sed -n 's/^  \([a-z-][a-z-]*\)\( .*\)*$/\1/p' | sort -u >commands
check "the program names its commands" test "$(wc -l <commands)" -gt 25
check "each command is tried" diff commands <(sort -u tried)
