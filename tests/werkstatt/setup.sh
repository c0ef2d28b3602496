. "$TOP/tests/clerk.sh"
DESK=$TOP/tests/werkstatt
export RATSSATZ_ZUGANG=0123456789abcdef0123456789abcdef PYTHONPATH=$DESK PYTHONDONTWRITEBYTECODE=1
# desk [OPTION…]: starts a Werkstatt over the folder content here; sets pid and port
desk() {
	"$R-ganz" werkstatt --inhalt content --port 0 "$@" 2>desk.log &
	pid=$!
	trap 'kill $pid 2>/dev/null' EXIT
	eventually ready
	port=$(sed -n 's/^Werkstatt: http:..127.0.0.1:\([0-9]*\).*/\1/p' desk.log)
}
ready() { grep -q '^Werkstatt:' desk.log || ! kill -0 $pid; }
ends() { kill "-$1" $pid && wait $pid; }
