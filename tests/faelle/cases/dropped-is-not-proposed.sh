# A paper that presents an edition lists its Massnahmen; what the edition dropped or finished is not put forward as if
# it were to be decided.
sed -i 's|integrationskonzept-2018"/>|integrationskonzept-2019"/>|' $PAPER
"$R" setzen -q --dump=vorlesen $PAPER >read 2>/dev/null
after() { grep -A 2 -F "$1" read; }
check "dropped: said so, with its reason, without costs" \
	grep -q 'Kosten: entfallen' <(after 'Geflüchtete ohne Bleibeperspektive')
check "its reason" grep -q 'Umsetzung: Bund und Land' <(after 'Geflüchtete ohne Bleibeperspektive')
check "finished: said so" grep -q 'Kosten: abgeschlossen' read
check "what goes on has its costs" grep -q 'Kosten: .*715.000.Euro einmalig' read
