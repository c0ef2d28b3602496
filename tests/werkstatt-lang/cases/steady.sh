# What an hour of writing saves takes no more memory at its end than at its beginning.
desk
verdicts python3 "$DESK/steady.py" "$port" "$pid" 1500
