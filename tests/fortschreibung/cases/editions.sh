# The two editions of the town beside each other.
NOW=content/beckum/integrationskonzept-2019
check "2019 beside 2018" "$R" pruefen "${with[@]}" --gegen $OLD $NOW/konzept.xml
check "2019 beside 2018 is silent" test ! -s last
told() { "$R" pruefen -q "${with[@]}" --gegen $OLD "$1" 2>&1 | grep -q "$2.*\[WERTALT\]"; }
check "a slide with a value that is out of date" told content/beckum/praesentation-2024-02-22 \
	'integrationskonzept-2018#einwohner'
check "a paper with an edition that is out of date" told \
	content/beckum/sitzungen/2018-01/vorlage-integrationskonzept.xml 'beckum/integrationskonzept-2018“ ist überholt'
for s in neu unveraendert geaendert laeuft abgeschlossen entfallen; do
	check "2019 shows $s" grep -rq "status=\"$s\"" $NOW
done
check "2012 and 2019 say that they are invented" test \
	"$(grep -l 'Erfundene Beispielausgabe' content/beckum/integrationskonzept-20*/konzept.xml | wc -l)" -eq 2
