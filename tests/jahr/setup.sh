unset SOURCE_DATE_EPOCH
TOWN=content/beckum
SLIDES=$TOWN/praesentation-2024-02-22
A_PAPER=$TOWN/sitzungen/2018-01/vorlage-integrationskonzept.xml
ALL=("$TOWN/integrationskonzept-2018" "$TOWN/integrationskonzept-2019" content/borken/zusammenleben-2016)
ALL+=("$SLIDES" "$A_PAPER")
# their outputs
K18=beckum-integrationskonzept-2018
K19=beckum-integrationskonzept-2019
Z=borken-zusammenleben-2016
F=beckum-praesentation-2024-02-22
V=beckum-sitzungen-2018-01-vorlage-integrationskonzept
COMMENT='<!-- x -->'
# run [OPTION…]: sets all that changed; what it says is in the file run.txt
run() { "$R" setzen --gestaltung templates --nur-geaenderte "$@" -o aus "${ALL[@]}" >run.txt 2>&1; }
# were_set WHAT LIST: exactly these outputs were written
were_set() {
	local is
	is=$(sed -n 's|^aus/\(.*\)\.pdf: [0-9]* Seiten\{0,1\}$|\1|p' run.txt | tr '\n' ' ')
	if [ "$is" = "${2:+$2 }" ]; then pass; else fail "$1: „$is“ were set, not „$2“"; cat run.txt; fi
}
