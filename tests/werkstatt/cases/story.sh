# The page itself in Chromium: a whole story, with axe-core.
in_chromium || return 0
desk
# the connection is lost and comes back: told by a file, done here
(
	until [ -e weg ]; do sleep 0.05; done
	kill -KILL $pid
	touch ist-weg
	while [ -e weg ]; do sleep 0.05; done
	exec "$R-ganz" werkstatt --inhalt content --port "$port" 2>again.log
) &
again=$!
trap 'kill $pid $again 2>/dev/null' EXIT
verdicts python3 "$DESK/story.py" "$port" "$axe"
kill $again 2>/dev/null
