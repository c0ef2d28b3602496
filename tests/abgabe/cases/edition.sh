# A paper that presents an edition takes it along.
concept=content/beckum/integrationskonzept-2018
for do in aufnehmen freigeben "ausgeben -o ausgabe"; do
	# shellcheck disable=SC2086
	check "$do" status 0 rs $do -q $concept $SESSIONS/2018-01/*.xml
done
check "handed over" status 0 rs abgeben -q --drucksache 2018/0001 -o folder
check "its PDF is the one issued" cmp folder/konzept-beckum-integrationskonzept-2018.pdf \
	ausgabe/beckum-integrationskonzept-2018.pdf
check "two documents, one paper" holds folder '[x["art"] for x in m["dokumente"]] == ["beschlussvorlage", "konzept"] and
	len(t) == 1 and len(q["eintraege"]) == 2'
