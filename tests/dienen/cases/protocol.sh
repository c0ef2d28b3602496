# HTTP as it is defined, with raw sockets and with a client that keeps its connections.
check "the server starts" server "$R" log
verdicts python3 "$SERVER/protocol.py" "$port"
# a client that keeps and shares its connections: a byte too many in one answer breaks the next
if command -v node >/dev/null; then
	check "Node with kept connections" node "$SERVER/keep.js" "$port"
else
	skip "kept connections with Node: not installed"
fi
check "SIGTERM: exit status 0" ends TERM
