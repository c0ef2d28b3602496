# Nothing that is not public.
check "no non-public word" nowhere GEHEIM oparl
check "no reference to a non-public paper" nowhere 'Personalsache.*reference' oparl
check "no internal file" test -z "$(find oparl -name '*intern*')"
for f in oparl/file/*/*.pdf; do
	pdftotext "$f" -
done >texts 2>/dev/null
check "there are texts to look at" test -s texts
check "none in the files" absent GEHEIM texts
check "sources are attached to them" detached attached oparl/file/*/*.pdf
check "none in what is attached to them" nowhere GEHEIM attached
check "none in the table of objects" python3 -c "
import sqlite3
assert not [r for r in sqlite3.connect('r.db').execute('SELECT * FROM oparl') if 'GEHEIM' in str(r)]"
check "in neutral words, as announced" holds oparl 'o("AgendaItem", "Grundstücksangelegenheit")["public"] is False and
	"consultation" not in o("AgendaItem", "Grundstücksangelegenheit")'
