# Saves, two at once, the history and the way back.
desk
verdicts python3 "$DESK/save.py" "$port"
check "the history is for its owner alone" equal "$(stat -c %a content/werkstatt.db)" 600
check "it ends when it is told to" ends TERM
