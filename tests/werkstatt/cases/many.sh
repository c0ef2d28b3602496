# Twenty write at once in one file.
desk
verdicts python3 "$DESK/many.py" "$port" 20 5
