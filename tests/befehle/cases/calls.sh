# Exit status of calls that work and of calls that cannot.
check "no command" status 2 "$R"
check "an unknown command" status 2 "$R" drucken
check "more arguments than it takes" status 2 "$R" stand one two
check "an unknown option" status 2 "$R" pruefen --schnell "$x"
check "a file that is not there" status 3 "$R" pruefen gibt-es-nicht.xml
check "--hilfe" status 0 "$R" --hilfe
check "--help" status 0 "$R" --help
check "--version" status 0 "$R" --version
check "setzen --hilfe" status 0 "$R" setzen --hilfe
paper=$TOP/content/beckum/sitzungen/2023-05-31/vorlage-baumpflanzung.xml
check "a paper from standard input" status 0 "$R" setzen -q --inhalt "$TOP/content" -o in.pdf - <"$paper"
from_stdin() { (cd "$TOP/tests/golden" && "$R" pruefen -q --inhalt ../inhalt - <bausteine.xml); }
check "standard input" from_stdin
check "a folder for its file" status 0 "$R" pruefen -q "$TOP/content/beckum/integrationskonzept-2018"
ln -s "$TOP/content/beckum/integrationskonzept-2019" konzept
for call in "stand konzept" "stand --json konzept" "stand --format text konzept" \
	"stand --offen-seit 3 konzept" "stand --boegen bögen konzept" "beschluesse" "beschluesse --json" \
	"beschluesse --auftrag a --zustand erledigt" \
	"beschluesse --faellig --auftrag a --zustand erledigt" "oparl dienen" "stapel lauf p.ndjson" \
	"stapel sammeln p.ndjson"; do
	# shellcheck disable=SC2086
	check "$call: -o would be ignored" status 2 "$R" $call -o elsewhere
	check "$call: is told" grep -q -- '^ratssatz: Fehler: -o geht ' "$WORK/stderr"
done
check "nothing is made" test ! -e elsewhere -a ! -e bögen
check "several files, -o is no folder" status 2 "$R" setzen -o x.pdf "$x" "$x"
check "a name that is of another form" status 2 "$R" setzen --format html -o x.pdf "$paper"
check "is told" grep -q -- "--format html passt nicht zum Namen „x.pdf“" "$WORK/stderr"
check "a form nobody sets" status 2 "$R" setzen --format text "$paper"
for form in pdf:%PDF html:'<!DOC' docx:PK odt:PK HTML:'<!DOC'; do
	check "$form: as its name says" status 0 "$R" setzen -q --inhalt "$TOP/content" -o "named.${form%:*}" "$paper"
	check "$form: it is one" test "$(head -c 8 "named.${form%:*}" | grep -ac "^${form#*:}")" -eq 1
done
mkdir folder
check "twice the same output" status 3 "$R" setzen "${with[@]}" -o folder "$x" "$x"
kosten=("$TOP/tests/golden/kosten.xml" -q --inhalt "$TOP/tests/inhalt" --dump=doc)
check "--dump=doc: the document" says "konzept ort=\"beckum\"" "$R" setzen "${kosten[@]}"
check "--dump=doc: its sums" says "Massnahme @" "$R" setzen "${kosten[@]}"
check "--dump=doc: its figures" says "Kennzahl flaeche 111" "$R" setzen "${kosten[@]}"
