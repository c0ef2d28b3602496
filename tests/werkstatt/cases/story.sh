# The page itself in Chromium: a whole story, with axe-core.
page=$O/share/werkstatt/module
if ! command -v chromium chromium-browser google-chrome >/dev/null; then
	skip "the page in a browser: Chromium is missing"
elif ! "$TOP/src/web/fetch" "$page" 2>fetch.log; then
	skip "the page in a browser: $(tail -n 1 fetch.log)"
elif ! axe=$("$TOP/tests/axe.sh" 2>axe.log); then
	skip "the page in a browser: $(tail -n 1 axe.log)"
else
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
fi
