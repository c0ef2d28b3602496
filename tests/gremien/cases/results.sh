# A result goes into the register and the source, which keeps every other byte; after the session a paper stays.
at_session=(--gremium integrationsrat --datum 2023-05-31)
cp $PAPER before.xml
check "neither committee nor day" status 2 rs ergebnis 2023/0123 beschlossen
check "not a day" status 2 rs ergebnis --gremium integrationsrat --datum gestern 2023/0123 beschlossen
check "not on its way" status 1 rs ergebnis -q --gremium rat --datum 2023-05-31 2023/0123 beschlossen
check "not in the list of the town" says "[ERGEBNISWAHL]" rs ergebnis "${at_session[@]}" 2023/0123 prima
check "a session that was not yet" says "war noch nicht" rs ergebnis "${at_session[@]}" 2023/0123 einstimmig
at 2023-06-01T10:00:00Z
check "a no is not unanimous" says "es gibt Nein-Stimmen" \
	rs ergebnis "${at_session[@]}" 2023/0123 einstimmig --ja 6 --nein 1 --enthaltung 0
check "all numbers or none" status 2 rs ergebnis -q "${at_session[@]}" 2023/0123 einstimmig --ja 6
check "numbers are numbers" status 2 \
	rs ergebnis -q "${at_session[@]}" 2023/0123 einstimmig --ja 6 --nein x --enthaltung 0
cp r.db released.db
cp taken.db r.db
check "not released" says "nicht freigegeben" rs ergebnis "${at_session[@]}" 2023/0123 einstimmig
cp released.db r.db
check "nothing was written" cmp before.xml $PAPER
check "an unknown number" status 1 rs ergebnis -q --gremium rat --datum 2023-05-31 1999/0123 beschlossen
check "a result" status 0 rs ergebnis -q "${at_session[@]}" 2023/0123 einstimmig --ja 7 --nein 0 --enthaltung 1 \
	--zusatz 'mit „Auflage“ & "gut"'
check "all other bytes are the same" py "
import re
a = open('before.xml', 'rb').read()
b = open('$PAPER', 'rb').read()
assert re.sub(rb' top=\"6\"', b'', re.sub(rb' ergebnis=\"[^\"]*\"', b'', b)) == a and b != a"
check "the register has it" says "einstimmig" rs register zeige 2023/0123
check "as the town says it" grep -qF 'einstimmig beschlossen (7 Ja, 0 Nein, 1 Enthaltung), mit „Auflage“' $PAPER
cp $PAPER entered.xml
check "the same again" status 0 rs ergebnis -q "${at_session[@]}" 2023/0123 einstimmig --ja 7 --nein 0 --enthaltung 1 \
	--zusatz 'mit „Auflage“ & "gut"'
check "another one is asked for" says "[ERGEBNISDA]" rs ergebnis "${at_session[@]}" 2023/0123 vertagt
check "and not written" cmp entered.xml $PAPER
check "it is meant" status 0 rs ergebnis -q "${at_session[@]}" 2023/0123 vertagt --berichtigen
check "and there" grep -q 'ergebnis="vertagt"' $PAPER
check "back" status 0 rs ergebnis -q "${at_session[@]}" 2023/0123 einstimmig --berichtigen
at 2023-06-05T21:20:00Z
check "after the session: only the result is new" status 0 rs ausgeben -q -o ausgabe $PAPER
check "what was discussed stays" status 0 rs nachweis $ISSUED
sed -i 's/Zeichen der Integration/Zeichen der Eintracht/' $PAPER
check "changed after the session" status 1 rs ausgeben -q -o ausgabe $PAPER
check "changed after the session: it says so" says "GEAENDERT" rs ausgeben -q -o ausgabe $PAPER
