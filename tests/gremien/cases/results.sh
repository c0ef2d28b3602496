# A result goes into the register and the source, which keeps every other byte; after the session a paper stays.
at_session=(--gremium integrationsrat --datum 2023-05-31)
cp $PAPER before.xml
check "neither committee nor day" status 2 rs ergebnis 2023/0123 beschlossen
check "not a day" status 2 rs ergebnis --gremium integrationsrat --datum gestern 2023/0123 beschlossen
check "not on its way" status 1 rs ergebnis -q --gremium rat --datum 2023-05-31 2023/0123 beschlossen
check "an unknown number" status 1 rs ergebnis -q --gremium rat --datum 2023-05-31 1999/0123 beschlossen
check "a result" status 0 rs ergebnis -q "${at_session[@]}" 2023/0123 'einstimmig „beschlossen“ & "gut"'
check "all other bytes are the same" py "
import re
a = open('before.xml', 'rb').read()
b = open('$PAPER', 'rb').read()
assert re.sub(rb' top=\"6\"', b'', re.sub(rb' ergebnis=\"[^\"]*\"', b'', b)) == a and b != a"
check "the register has it" says "einstimmig" rs register zeige 2023/0123
at 2023-06-05T21:20:00Z
check "after the session: only the result is new" status 0 rs ausgeben -q -o ausgabe $PAPER
check "what was discussed stays" status 0 rs nachweis $ISSUED
sed -i 's/Zeichen der Integration/Zeichen der Eintracht/' $PAPER
check "changed after the session" status 1 rs ausgeben -q -o ausgabe $PAPER
check "changed after the session: it says so" says "GEAENDERT" rs ausgeben -q -o ausgabe $PAPER
