# A paper went by mail to five people and comes back from all: one list of proposals, with what was changed while
# tracking was off; what contradicts waits for a number; what they remarked is in nothing public.
export RATSSATZ_GESTALTUNG=$TOP/templates
mkdir content && cp -r "$TOP/content/beckum" content/
paper=content/beckum/sitzungen/2023-05-31/vorlage-fest-der-kulturen.xml
cp $paper before
"$R" setzen -q --format docx -o v.docx $paper
"$R" setzen -q --format odt -o v.odt $paper
answer() { python3 "$TOP/tests/lesen/antwort.py" v.docx "$@"; }
check "as it was sent, nothing is proposed" says '0 Vorschläge, 0 Vermerke' "$R" uebernehmen --kommentare v.docx v.odt
answer 1.docx "Anke Eins" 'statt=Westenfeuermarkt=Marktplatz' 'kommentar=Dauer=GEHEIMVERMERK Eins'
answer 2.docx "Bodo Zwei" 'still=Westenfeuermarkt=Markt an der Westmauer' 'still=diesjährige=7.'
answer 3.docx "Cem Drei" 'statt=Westenfeuermarkt=Marktplatz' \
	'neu=Platz verständigt=Vorgestellt wird auch &lt;Neues&gt;.'
answer 4.docx "Dora Vier" 'weg=Wie weit die Vorbereitungen'
answer 5.docx "Emil Fünf" 'kommentar=Dauer=GEHEIMVERMERK Fünf' 'still=18:00=19:30'
come() { "$R" uebernehmen --kommentare "$@" [1-5].docx; }
check "they come back" status 0 come
cp "$WORK/stdout" list
check "two said the same, a third something else" says_all list \
	': Anke Eins, auch Cem Drei: „Marktplatz“ statt .* – widerspricht [0-9]*, bitte mit Nummer wählen$' \
	': 2.docx, ohne Nachverfolgung: „Markt an der Westmauer“ statt „Westenfeuermarkt“.* – widerspricht '
check "changed without a word" says_all list \
	': 2.docx, ohne Nachverfolgung: „7.“ statt „diesjährige“' \
	': 5.docx, ohne Nachverfolgung: „19:30“ statt „18:00“' \
	': 3.docx, ohne Nachverfolgung: neuer Absatz „Vorgestellt wird auch <Neues>.“' \
	': 4.docx, ohne Nachverfolgung: Absatz streichen: „Wie weit die Vorbereitungen'
check "all of them" says_all list '^6 Vorschläge, 2 Vermerke, 0 nicht zugeordnet$'
cp $paper remarked
check "only remarks were put in" test "$(diff before $paper | grep -c '^>')" = 1
check "all but what contradicts" status 0 come --annehmen alle
check "they stand there" says_all $paper \
	'auch das 7\.' 'bis 19:30' '<absatz>Vorgestellt wird auch &lt;Neues&gt;.</absatz>'
check "the paragraph is gone" absent 'Wie weit die Vorbereitungen' $paper
check "what contradicts is not decided by us" grep -q '<punkt>Ort: Westenfeuermarkt</punkt>' $paper
check "the source is sound" status 0 "$R" pruefen -q $paper

# the source goes on, then a late answer comes: what it says of an older text is told, and undoes nothing
check "once more nothing comes twice" status 0 come
check "but the contradiction" says_all "$WORK/stdout" '^2 Vorschläge, 2 Vermerke, 0 nicht zugeordnet$' 'widerspricht'
sed -i 's/bis 19:30/bis 20:00/' $paper
check "the same place has changed since" status 0 come
cp "$WORK/stdout" again
check "it is told" says_all again \
	': 5.docx, ohne Nachverfolgung: „Dauer: von 13:00 bis 19:30 Uhr“ statt .*– von Hand: die Quelle hat'
check "of those who did not touch it, nothing" says_all again '^3 Vorschläge, 2 Vermerke, 0 nicht zugeordnet$'
cp $paper late
check "nothing is undone" status 0 come --annehmen alle
check "not a byte" cmp late $paper
number=$(sed -n 's/^ *\([0-9]*\) .*Marktplatz.*/\1/p' again)
check "a number decides" status 0 come --annehmen "$number"
check "it is decided" grep -q '<punkt>Ort: Marktplatz</punkt>' $paper

# remarks are in nothing public
printf 'GEHEIMVERMERK\tVermerk\nAnke Eins\tName\n' >words
mkdir public
for f in pdf html docx odt; do
	check "set as $f" status 0 "$R" setzen -q --format $f -o public/v.$f $paper
done
check "remarks do stand in the source" grep -q 'GEHEIMVERMERK' $paper
check "and in no public byte" equal "$(python3 "$TOP/tests/leck.py" suche words public)" ""
cp $paper public/
check "the search finds them where they are" test -n "$(python3 "$TOP/tests/leck.py" suche words public)"

# a stored answer that LibreOffice wrote from the .odt
cp before $paper
check "through LibreOffice" says '1 Vorschläge, 0 Vermerke' \
	"$R" uebernehmen --kommentare "$FILES/../antworten/libreoffice.docx"
