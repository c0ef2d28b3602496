# A session from papers to results, a decision of a Fortschreibung.
check "the next edition" status 0 "$R" fortschreiben -q --von content/beckum/integrationskonzept-2018 \
	--nach content/beckum/probe-2020
desk -o aus
verdicts python3 "$DESK/office.py" "$port"
ends TERM
desk
curl -s -o answer -b "ratssatz-$port=$RATSSATZ_ZUGANG" "http://127.0.0.1:$port/api/session"
guard=$(sed -n 's/.*"guard":"\([0-9a-f]*\)".*/\1/p' answer)
curl -s -b "ratssatz-$port=$RATSSATZ_ZUGANG" -H "X-Ratssatz: $guard" \
	-d '{"do":"bekanntgeben","documents":["beckum/sitzungen/2023-05-31/sitzung.xml"]}' \
	"http://127.0.0.1:$port/api/office" | sed -n 's/.*"text":"\([^"]*\)".*/\1/p' >>said
recording "$DESK/office.err" said || check "what is said" diff "$DESK/office.err" said
