# Each route by each role: what it answers, and that each change is written down under the name of who made it.
check "the next edition" status 0 "$R" fortschreiben -q --von content/beckum/integrationskonzept-2018 \
	--nach content/beckum/probe-2020
check "sheets" status 0 "$R" stand -q --gestaltung templates --inhalt content --boegen boegen content/beckum/probe-2020
check "it goes out" status 0 "$R" setzen -q --format docx -o k.docx content/beckum/integrationskonzept-2018
python3 "$TOP/tests/lesen/antwort.py" k.docx antwort.docx "Erika Muster" 'statt=Gewicht=Ansehen' \
	'statt=Osteuropa=Ost- und Mitteleuropa'
mkdir -p content/beckum/antworten
cp "$DESK/antworten/alt.xml" content/beckum/antworten/konzept.xml
secret_item content/beckum/sitzungen/2023-05-31/sitzung.xml
mkdir -p content/beckum/vorlagen
secret_paper content/beckum/vorlagen/geheim.xml
printf '%s\n' 'dort schreiben beckum/sitzungen' 'niemand nichts' 'leser lesen' 'schreiberin schreiben' \
	'leiterin freigeben' >rollen
check "another town has a register, too" status 0 "$R" aufnehmen -q content/hohenfeld/verzeichnis.xml
desk --anmeldung X-Remote-User --rollen rollen -o aus
verdicts python3 "$DESK/routes.py" "$port" "$TOP/src/werkstatt/http.c"
