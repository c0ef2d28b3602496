# The Synopse depends on both editions.
compare() {
	"$R" vergleiche --nur-geaenderte -o synopse.pdf $TOWN/integrationskonzept-2018 $TOWN/integrationskonzept-2019 \
		>compared.txt 2>&1
}
check "a Synopse" compare
check "once more" compare
check "nothing to do" grep -q '^nichts zu tun: 1 Ausgabe ist unverändert' compared.txt
printf '%s' "$COMMENT" >>$TOWN/integrationskonzept-2018/02-02-sprache.xml
check "the old edition has changed" compare
check "it is set" grep -q 'synopse.pdf: ' compared.txt
