# Days in lists are the town's, wherever the computer is: half an hour behind midnight in summer it is the next day.
at 2023-05-31T22:30:00Z
export TZ=America/New_York
check "an instant has its offset" says '"2023-05-16T03:20:00+02:00"' rs register liste ausgegeben --json
check "where it was written still lies" status 1 rs zurueckziehen -q 2023/0123 --grund Irrtum
check "what had left the house did so on a day of the town" says "2023-05-16 ausgegeben" \
	rs zurueckziehen 2023/0123 --grund Irrtum
check "the session of the 31st was yesterday" status 1 \
	rs ergebnis -q --gremium integrationsrat --datum 2023-05-31 2023/0124 x
check "so its result may be entered" absent "war noch nicht" "$WORK/stderr"
