# A shelf that takes no more is told once and no job is set in vain; a plan there is no room for is not told as made.
# small KIB WHAT…: no file may become larger
small() { bash -c 'ulimit -f "$1"; shift; exec "$@"' - "$1" "$R" stapel "${@:2}"; }
"$R" stapel plan -q content/beckum -o s/jobs.ndjson
n=$(wc -l <s/jobs.ndjson)
for cores in 1 2; do
	check "no room, $cores processes" status 3 small 8 lauf s/jobs.ndjson --kerne $cores
	check "is told once" equal "$(grep -c SCHREIBEN "$WORK/stderr")" 1
	check "and how many are open" grep -q "^0 gesetzt .* $n ohne Ergebnis$" "$WORK/stderr"
done
check "with room they are set" says "$n gesetzt" "$R" stapel lauf s/jobs.ndjson
check "a plan there is no room for" status 3 small 1 plan content/borken -o p/jobs.ndjson
check "is not told as made" absent geplant "$WORK/stderr"
check "is not there" test ! -e p/jobs.ndjson
