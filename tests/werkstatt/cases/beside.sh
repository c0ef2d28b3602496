# While a file of others is read, which takes long, everybody else goes on: pages are set, texts saved, proposals taken.
check "it goes out" status 0 "$R" setzen -q --format docx -o k.docx content/beckum/integrationskonzept-2018
python3 "$TOP/tests/lesen/antwort.py" k.docx antwort.docx "Erika Muster" 'statt=Gewicht=Ansehen' \
	'statt=Osteuropa=Ost- und Mitteleuropa'
desk
verdicts python3 "$DESK/beside.py" "$port" antwort.docx
