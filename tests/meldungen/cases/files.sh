# Files and folders that cannot be read or written, limits of the system.
say pruefen content
say setzen -o $PAPER/aus.pdf $PAPER
say setzen -o nirgends/aus.pdf $PAPER
ln -s loop.xml loop.xml
say pruefen loop.xml
say pruefen "$(printf 'x%.0s' $(seq 300)).xml"
say pruefen $PAPER/darin.xml
say pruefen /dev/null
say setzen -o content $PAPER
say setzen -o /proc/aus.pdf $PAPER
echo hallo >brief.pdf
say setzen -o brief.pdf $PAPER
say referenz elemente -o brief.pdf
say stand --boegen brief.pdf content/beckum/integrationskonzept-2019
# little LIMIT COMMAND…: with that ulimit
little() { PROGRAM=(bash -c 'trap "" XFSZ; ulimit $0; exec "$@"' "$1" "$R"); say "${@:2}"; PROGRAM=("$R"); }
little '-f 1' setzen -q -o klein.pdf $PAPER
little '-n 4' setzen -q -o offen.pdf $PAPER
little '-n 4' beobachten -o aus content
head -c 68000000 /dev/zero | tr '\0' ' ' >gross.xml
say pruefen gross.xml
say ergebnis --register r.db gross.xml vertagt --gremium rat --datum 2023-05-31
say vergleiche $PAPER gross.xml
# a name with letters of two characters, as another system writes it
begin='<konzept xmlns="urn:ratssatz:1" xmlns:xi="http://www.w3.org/2001/XInclude" ort="beckum" edition="1"'
begin+=' xml:lang="de"><angaben><titel>Plan</titel><stand datum="2019-01"/><herausgeber stelle="stadt"/></angaben>'
echo '<kapitel xmlns="urn:ratssatz:1"><titel>Eins</titel></kapitel>' | tee "$(printf 'pla\314\210ne.xml')" \
	>"$(printf 'g\303\244rten.xml')"
printf '%s<xi:include href="pl\303\244ne.xml"/>\n<xi:include href="ga\314\210rten.xml"/></konzept>' "$begin" >zwei.xml
say pruefen zwei.xml
heard
