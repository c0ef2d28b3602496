# Back and forward of the browser, with windows over the page.
in_chromium || return 0
desk
verdicts python3 "$DESK/way.py" "$port" "$axe"
