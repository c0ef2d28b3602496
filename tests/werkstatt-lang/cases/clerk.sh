# A clerk's day in Chromium, by keyboard and mouse: what is open, a new document, a check's message made good.
in_chromium || return 0
session_ahead 14
check "a town with decisions" status 0 "$R" aufnehmen -q content/hohenfeld/verzeichnis.xml \
	content/hohenfeld/sitzungen/2026-03-19/*.xml
check "the next edition" status 0 "$R" fortschreiben -q --von content/beckum/integrationskonzept-2018 \
	--nach content/beckum/probe-2020
mkdir -p content/beckum/antworten
cp "$DESK/antworten/alt.xml" content/beckum/antworten/konzept.xml
check "it goes out" status 0 "$R" setzen -q --format docx -o k.docx content/beckum/integrationskonzept-2018
python3 "$TOP/tests/lesen/antwort.py" k.docx antwort.docx "Erika Muster" 'statt=Gewicht=Ansehen' \
	'statt=Osteuropa=Ost- und Mitteleuropa' 'kommentar=Ausländerbeirat=Ist das so?'
desk -o aus
verdicts python3 "$DESK/clerk.py" "$port" "$axe"
