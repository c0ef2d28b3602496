# A PDF of ours gives its source back; without it, its tags are read; a scan and a missing program are said.
doc=$TOP/content/borken/zusammenleben-2016
check "a PDF of ours" status 0 "$R" setzen "${IN[@]}" -q -o ours.pdf "$doc"
check "is taken over" status 0 "$R" uebernehmen "${IN[@]}" -o ours ours.pdf
check "nothing is guessed" grep -q "nichts ist geraten" "$WORK/stdout"
check "its source is the one attached" test -e ours/02-sprache.xml
check "with its Massnahmen" equal "$(massnahmen ours)" "$(massnahmen "$doc")"
names=()
while read -r name; do
	names+=("--remove-attachment=$name")
done < <(qpdf --list-attachments ours.pdf | sed 's/ -> .*//')
check "one of others" qpdf ours.pdf "${names[@]}" theirs.pdf
check "is read by its tags" status 0 "$R" uebernehmen "${IN[@]}" -o theirs theirs.pdf
check "its Massnahmen are Massnahmen again" equal "$(massnahmen theirs)" "$(massnahmen "$doc")"
check "it passes" status 0 "$R" pruefen "${IN[@]}" theirs
{
	printf '%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n'
	printf '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n'
	printf '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n'
} >scan.pdf
check "a scan" status 1 "$R" uebernehmen "${IN[@]}" -o scan scan.pdf
check "says what to do" grep -q "Texterkennung" "$WORK/stderr"
check "and leaves nothing behind" test ! -e scan
mkdir -p none
check "without the program" status 3 env PATH="$PWD/none" "$R" uebernehmen "${IN[@]}" -o fehlt scan.pdf
check "its package is named" grep -q "poppler-utils" "$WORK/stderr"
