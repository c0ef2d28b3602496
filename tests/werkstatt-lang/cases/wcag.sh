# What axe-core cannot see of WCAG 2.2 (tests/werkstatt/wcag.txt): every view at 200 and 400 %, targets, the focus in
# sight, text far apart, no dragging, languages.
in_chromium || return 0
desk -o aus
verdicts python3 "$DESK/wcag.py" "$port" "$axe"
