# Comments beside the text; what colleagues propose in a file they sent back, one by one.
check "it goes out" status 0 "$R" setzen -q --format docx -o k.docx content/beckum/integrationskonzept-2018
python3 "$TOP/tests/lesen/antwort.py" k.docx antwort.docx "Erika Muster" 'statt=Gewicht=Ansehen' \
	'statt=Osteuropa=Ost- und Mitteleuropa' 'absatz=lernen: Integration=Ein neuer Absatz &amp; mehr.' \
	'kommentar=Ausländerbeirat=Ist das so?'
desk
verdicts python3 "$DESK/remarks.py" "$port" antwort.docx
recording "$DESK/remarks.err" said || check "what is said" diff "$DESK/remarks.err" said
check "in no file of the contents" absent GEHEIMKOMMENTAR $(find content -name '*.xml')
check "only its owner reads them" test "$(stat -c %a content/werkstatt.db)" = 600
