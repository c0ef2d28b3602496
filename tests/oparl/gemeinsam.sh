# Sourced by oparl.sh, dienen.sh and dienen-lang.sh after tests/gemeinsam.sh: a copy of the contents to work in, and the server.
R=$(realpath "$R")
HIER=$PWD
S=$HIER/../shared/oparl
cp -r content "$WERK/content"
cd "$WERK" || exit 1
export RATSSATZ_VORLAGEN=$HIER/templates
unset RATSSATZ_REGISTER RATSSATZ_INHALT
M=content/beckum/sitzungen/2023-05-31
B=$M/vorlage-baumpflanzung.xml
am() { export SOURCE_DATE_EPOCH=$(date -u -d "$1" +%s); }
rc() { local want=$1; shift; "$@" >aus 2>ein; local got=$?; [ $got -eq "$want" ] || { echo "Rückgabewert $got statt $want: ${*:1:6} …"; grep Fehler ein aus; return 1; }; }
rs() { "$R" "$@" --register r.db; }
# A non-public paper and a non-public item of the agenda, with words to look for.
geheimes() {
	sed -i 's|</tagesordnung>|<teil art="nichtoeffentlich"><vorlagen/><top id="geheim"><titel>GEHEIMWORT</titel><neutral>Grundstücksangelegenheit</neutral></top></teil></tagesordnung>|' $M/sitzung.xml
	sed 's/id="baumpflanzung"/id="personal"/; s/ nummer="[^"]*"//; s/oeffentlich="ja"/oeffentlich="nein"/; s|<titel>[^<]*</titel>|<titel>GEHEIMTITEL</titel><neutral>Personalsache</neutral>|' $B >$M/vorlage-personal.xml
}
# server PROGRAM LOG OPTIONS…: starts one on a free port; sets pid and port
server() {
	local program=$1 log=$2
	shift 2
	"$program" oparl dienen --register r.db --port 0 "$@" 2>"$log" &
	pid=$!
	for _ in $(seq 300); do
		port=$(sed -n 's/.*, Port \([0-9]*\);.*/\1/p' "$log")
		grep -q 'system.json;' "$log" && return 0
		kill -0 $pid 2>/dev/null || return 1
		sleep 0.1
	done
	return 1
}
# endet SIGNAL: its exit status
endet() { kill "-$1" $pid && wait $pid; }
