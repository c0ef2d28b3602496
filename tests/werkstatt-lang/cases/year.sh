# The year's Fortschreibung in Chromium: six offices and more decide, their sheets, the Synopse.
in_chromium || return 0
check "the next edition" status 0 "$R" fortschreiben -q --von content/beckum/integrationskonzept-2018 \
	--nach content/beckum/probe-2020
desk -o aus
verdicts python3 "$DESK/year.py" "$port" "$axe"
