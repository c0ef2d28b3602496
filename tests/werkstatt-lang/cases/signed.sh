# One session from the paper that waits to the package: minutes typed and signed; results in paper and register.
in_chromium || return 0
session_ahead 0
waiting_paper
sed -i "s/bekanntmachung datum=\"[^\"]*\"/bekanntmachung datum=\"$(in_days -20)\"/" content/$AHEAD/sitzung.xml
sed -i "s/$(in_days 14)/$(in_days 0)/g; s/ datum=\"[^\"]*\" oeff/ datum=\"$(in_days -25)\" oeff/" \
	content/$AHEAD/vorlage-radweg.xml
export RATSSATZ_GESTALTUNG=$PWD/templates
desk -o aus
verdicts python3 "$DESK/signed.py" "$port" "$axe" "$AHEAD/sitzung.xml" "$R"
