. "$TOP/tests/clerk.sh"
SERVER=$TOP/tests/dienen
at 2023-07-01T08:00:00Z
# server PROGRAM LOG OPTIONS…: starts one on a free port; sets pid and port
server() {
	local program=$1 log=$2
	shift 2
	: >"$log"                                      # of an earlier one; the next line writes when it comes to it
	"$program" oparl dienen --register r.db --port 0 "$@" 2>"$log" &
	pid=$!
	trap 'kill $pid 2>/dev/null' EXIT
	eventually started "$log"
	port=$(sed -n 's/.*, Port \([0-9]*\);.*/\1/p' "$log")
	grep -q 'system.json;' "$log"
}
# started LOG: it told its address, or is gone
started() { grep -q 'system.json;' "$1" || ! kill -0 $pid; }
# ends SIGNAL: its exit status
ends() { kill "-$1" $pid && wait $pid; }
# code PATH: status of the answer; the answer is in the file answer
code() { curl -s -o answer -w '%{http_code}' "http://localhost:$port/$1"; }
# is PATH STATUS
is() { [ "$(code "$1")" = "$2" ]; }
# holds PATH TEXT
holds() { curl -s "http://localhost:$port/$1" | grep -q -- "$2"; }
