# What the program tells of elements and attributes, in the words of the desk.
in_chromium || return 0
desk
verdicts python3 "$DESK/words.py" "$port" "$axe" "$DESK/words.txt" "$TOP/tests" "$TOP/src/check/rules.def"
