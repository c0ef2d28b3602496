# Pages, messages and outputs of what is not saved yet.
desk
verdicts python3 "$DESK/pages.py" "$port"
