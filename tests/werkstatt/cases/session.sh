# A session in Chromium: its agenda in order, a paper on it, announced, minutes while people talk.
in_chromium || return 0
session_ahead 14
waiting_paper
desk -o aus
verdicts python3 "$DESK/session.py" "$port" "$axe" "$AHEAD/sitzung.xml"
