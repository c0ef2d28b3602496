. "$TOP/tests/clerk.sh"
DESK=$TOP/tests/werkstatt
export RATSSATZ_ZUGANG=0123456789abcdef0123456789abcdef PYTHONPATH=$DESK PYTHONDONTWRITEBYTECODE=1
# desk [OPTION…]: starts a Werkstatt over the folder content here; sets pid and port
desk() {
	: >desk.log                                    # what one before said is not this one's
	"$R-ganz" werkstatt --inhalt content --port 0 "$@" 2>desk.log &
	pid=$!
	trap 'kill $pid 2>/dev/null' EXIT
	eventually ready
	port=$(sed -n 's/^Werkstatt: http:..127.0.0.1:\([0-9]*\).*/\1/p' desk.log)
}
ready() { grep -q '^Werkstatt:' desk.log || ! kill -0 $pid; }
ends() { kill "-$1" $pid && wait $pid; }
# The page in a browser can be tested here; sets axe. False: skipped.
in_chromium() {
	local page=$O/share/werkstatt/module
	if ! command -v chromium chromium-browser google-chrome >/dev/null; then
		skip "the page in a browser: Chromium is missing"
	elif ! "$TOP/src/web/fetch" "$page" 2>fetch.log; then
		skip "the page in a browser: $(tail -n 1 fetch.log)"
	elif ! axe=$("$TOP/tests/axe.sh" 2>axe.log); then
		skip "the page in a browser: $(tail -n 1 axe.log)"
	else
		return 0
	fi
	return 1
}
# waiting_paper: one that waits for the session of session_ahead, in which the town had not met before
waiting_paper() {
	sed "s/2026-03-19/$(in_days 14)/g; s/ nummer=\"[^\"]*\"//; s/id=\"radweg\"/id=\"radweg-zwei\"/
		s/ datum=\"2026-0[0-9]-[0-9]*\" oeff/ datum=\"$(in_days -3)\" oeff/" \
		content/hohenfeld/sitzungen/2026-03-19/vorlage-radweg.xml >content/$AHEAD/vorlage-radweg.xml
	rm -r content/hohenfeld/sitzungen/2026-03-19
}
# in_days N: the day so many days from now
in_days() { date -d "+$1 days" +%F; }
# session_ahead N: hohenfeld meets in so many days; sets AHEAD, the folder
session_ahead() {
	AHEAD=hohenfeld/sitzungen/$(in_days "$1")
	mkdir -p content/$AHEAD
	sed "s/2026-03-19/$(in_days "$1")/g; s/bekanntmachung datum=\"[^\"]*\"/bekanntmachung datum=\"$(in_days 1)\"/" \
		content/hohenfeld/sitzungen/2026-03-19/sitzung.xml \
		>content/$AHEAD/sitzung.xml
}
