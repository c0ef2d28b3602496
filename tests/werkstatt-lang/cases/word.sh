# A Konzept from a Word file to the PDF, by mouse and keys alone.
in_chromium || return 0
desk
verdicts python3 "$DESK/word.py" "$port" "$axe"
