# While a file of others is read, which takes long, everybody else goes on: pages are set, texts saved.
desk
verdicts python3 "$DESK/beside.py" "$port"
