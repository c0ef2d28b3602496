# Elections: who was nominated, rounds, the majority needed, the lot; counted by the program, held against those who
# were there. Votes with invalid ballots.
rounds='<wahlgang ungueltig="1"><wahlstimmen bewerbung="w-a" zahl="2"/><wahlstimmen bewerbung="w-b" zahl="2"/>'
rounds+='<wahlstimmen bewerbung="w-c" zahl="1"/></wahlgang>'
rounds+='<wahlgang enthaltung="2"><wahlstimmen bewerbung="w-a" zahl="2"/><wahlstimmen bewerbung="w-b" zahl="2"/>'
rounds+='</wahlgang><wahlgang mehrheit="relativ" los="w-b" nicht-beteiligt="2"><wahlstimmen bewerbung="w-a" zahl="2"/>'
rounds+='<wahlstimmen bewerbung="w-b" zahl="2"/></wahlgang>'
# election ATTRIBUTES ROUNDS: the last public item is one
election() {
	local top='<top id="anfragen" nummer="Ö 5"><titel>Wahl einer Schiedsperson</titel><wahl amt="Schiedsperson"'
	top+="$1>"'<bewerbung id="w-a" person="p-birke" gruppe="gruppe-gruen"/>'
	top+='<bewerbung id="w-b" person="p-fichte" gruppe="gruppe-blau" annahme="ja"/>'
	top+='<bewerbung id="w-c" name="Lotte Laut" amt="eine Einwohnerin"/>'"$2</wahl></top>"
	sed "s|<top id=\"anfragen\".*|$top|" first.xml >$N
}
election '' "$rounds"
check "right" status 0 rs pruefen $N
check "set" status 0 rs niederschrift -q -o aus $N
pdftotext -layout aus/niederschrift.pdf - | tr -s ' \n' ' ' >text
for line in "Geheime Wahl: Schiedsperson" \
	"Vorschläge: Bernd Birke (Grüne Liste); Gerd Fichte (Blaue Liste); eine Einwohnerin" \
	" Bernd Birke 2 2 2" " eine Einwohnerin 1 – –" " Enthaltungen 0 2 0" " Ungültig 1 0 0" \
	" Nicht beteiligt 0 0 2" \
	" Abgegebene Stimmzettel 6 6 4" " Gültige Stimmzettel 5 4 4" \
	"Gewählt: Gerd Fichte, durch Los, nimmt die Wahl an"; do
	check "printed: $line" grep -qF -- "${line# }" text
done
check "the majority of each" grep -q "Nötige Stimmen 3 3 die meisten" text
check "no name the town does not publish" absent "Lotte Laut" text
check "which the house reads" bash -c "pdftotext aus/intern/niederschrift-intern.pdf - | grep -q 'Lotte Laut'"
check "an extract" test -s aus/auszug-top-oe-5.pdf
rs oparl exportieren -q -o net --basis-url https://example.org
check "OParl has it" grep -rq '"gewählt: Gerd Fichte (Schiedsperson)"' net/agendaitem
check "and not what is not public" bash -c "! grep -rq 'Lotte Laut' net"

# wrong WHAT TEXT ATTRIBUTES ROUNDS
wrong() {
	election "$3" "$4"
	check "$1" says "$2" rs pruefen $N
	check "$1: with its code" grep -q '\[WAHL\]' "$WORK/stderr"
}
one() {
	printf '<wahlgang %s><wahlstimmen bewerbung="w-a" zahl="%d"/><wahlstimmen bewerbung="w-b" zahl="%d"/>' "$@"
	printf '</wahlgang>'
}
wrong "more ballots than people" "höchstens so viele" '' "$(one '' 2 5)"
wrong "fewer" 'nicht-beteiligt="1"' '' "$(one '' 1 4)"
wrong "equals without a lot" "weiterer Wahlgang" '' "$(one 'mehrheit="relativ"' 3 3)"
wrong "a lot that decides nothing" "kein Los zu ziehen" '' "$(one 'los="w-a"' 2 4)"
wrong "a lot for another" "nicht für diese" '' "$(one 'mehrheit="relativ" los="w-c"' 3 3)"
wrong "a round too many" "schon alle gewählt" '' "$(one '' 2 4)$(one '' 2 4)"
wrong "accepts without votes" 'annahme="ja"' '' "$(one '' 4 2)"
wrong "ballots that do not add up" 'zettel="5"' '' "$(one 'zettel="5"' 2 4)"
wrong "nobody of that name" 'so heißt in dieser Wahl keine' '' "$(one '' 2 4 | sed 's/"w-a"/"w-x"/')"
wrong "twice" 'zweimal' '' "$(one '' 2 4 | sed 's/"w-a"/"w-b"/')"
wrong "several places" 'zettel="…"' ' plaetze="2"' "$(one '' 6 5)"
wrong "more votes than ballots" 'höchstens so viele' ' plaetze="2"' "$(one 'zettel="6"' 7 4)"
wrong "a fifth round" '5. Wahlgang' '' "$(for i in 1 2 3 4 5; do one '' 3 3; done)"
# who declines takes no place: nobody is elected, or the next round elects
election '' "$(one '' 2 4)"
sed -i 's/id="w-b"\(.*\) annahme="ja"/id="w-b"\1 annahme="nein"/' $N
check "declined" status 0 rs niederschrift -q -o ab $N
pdftotext ab/niederschrift.pdf - | tr -s ' \n' ' ' >text
check "as is printed" grep -q "Gerd Fichte, nimmt die Wahl nicht an" text
rs oparl exportieren -q -o netab --basis-url https://example.org
check "nor in OParl" bash -c "! grep -rq 'gewählt: Gerd' netab && grep -rq 'niemand gewählt' netab"
election '' "$(one '' 2 4)$(one '' 6 0)"
sed -i 's/id="w-b"\(.*\) annahme="ja"/id="w-b"\1 annahme="nein"/; s/id="w-a"/& annahme="ja"/' $N
check "the next round fills the place" status 0 rs niederschrift -q -o dann $N
# hands are no ballots
election ' art="offen"' "$(one '' 2 4)"
check "votes by hand" says "Abgegebene Stimmen" rs setzen --dump=vorlesen $N
check "none of paper" bash -c "! grep -q Stimmzettel '$WORK/stdout'"
# several places: two of them at once; the third needs the second round
election ' plaetze="2" art="offen"' "$(one 'zettel="6"' 2 5)$(one 'mehrheit="relativ" zettel="6"' 2 0)"
sed -i 's/<wahlstimmen bewerbung="w-b" zahl="0"\/>/<wahlstimmen bewerbung="w-c" zahl="3"\/>/' $N
check "two of three" status 0 rs pruefen $N
check "in two rounds" says "Gewählt: Gerd Fichte, nimmt die Wahl an; eine Einwohnerin" rs setzen --dump=vorlesen $N
# nobody has more than half
election '' "$(one 'enthaltung="0"' 3 2 | sed 's|</wahlgang>|<wahlstimmen bewerbung="w-c" zahl="1"/>&|')"
sed -i 's/ annahme="ja"//' $N
check "nobody" says "Gewählt: niemand" rs setzen --dump=vorlesen $N

# a vote by ballot
edited 's/art="namentlich" ergebnis="mehrheitlich" ja="5"/art="geheim" ergebnis="mehrheitlich" ungueltig="1" ja="4"/
	s/<stimmen gruppe="[^>]*>//; s/<stimme person="[^"]*" wahl="[^"]*"\/>//'
check "with an invalid ballot" status 0 rs pruefen $N
check "is said" says $'4\u00a0Ja, 2\u00a0Nein, 0\u00a0Enthaltungen, 1\u00a0ungültig' rs setzen --dump=vorlesen $N
sed -i 's/ungueltig="1"/ungueltig="2"/' $N
check "which counts as a ballot" says "[STIMMEN]" rs pruefen $N
# its words stand with its table, wherever the page ends
pages_of() { awk '/^Seite/ { p = $2 } /Artefakt/ { next } /"(Vorschläge|Nötige Stimmen|Gewählt)/ { print p }'; }
for n in 26 29 32; do
	election '' "$(one '' 2 4)"
	points=$(for i in $(seq $n); do printf '<absatz>Punkt %d.</absatz>' "$i"; done)
	sed -i "s|<wahl amt|<aussprache>$points</aussprache>&|" $N
	rs setzen --dump=lines $N 2>lines.err | pages_of | uniq -c >pages
	check "together, after $n paragraphs" equal "$(awk '{ print $1 }' pages)" 3
done

# a roll call in which one alone abstains
edited 's/(ja="5" nein=)"2" enthaltung="0"/\1"1" enthaltung="1"/
	s/ja="1" nein="2" enthaltung="0"/ja="1" nein="1" enthaltung="1"/
	s/(<stimme person="p-kiefer" wahl=)"nein"/\1"enthaltung"/'
check "one alone abstains" says "Enthaltung: Hanna Kiefer" rs setzen --dump=vorlesen $N
