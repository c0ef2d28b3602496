# The board of a session when it is not plain: a paper changed since its release, an even vote, one taken back.
in_chromium || return 0
session_ahead 0
waiting_paper
sed -i "s/bekanntmachung datum=\"[^\"]*\"/bekanntmachung datum=\"$(in_days -20)\"/" content/$AHEAD/sitzung.xml
sed -i "s/$(in_days 14)/$(in_days 0)/g; s/ datum=\"[^\"]*\" oeff/ datum=\"$(in_days -25)\" oeff/" \
	content/$AHEAD/vorlage-radweg.xml
export RATSSATZ_GESTALTUNG=$PWD/templates
sed -i 's|</regeln>|<regel name="stichentscheid" wert="ja"/></regeln>|' templates/hohenfeld/regeln.xml
desk -o aus
verdicts python3 "$DESK/board.py" "$port" "$axe" "$AHEAD/sitzung.xml" "$R"
