# An edition, in the register that lies where it is looked for.
check "not taken in" status 1 "$R" freigeben -q $CONCEPT
check "taken in" status 0 "$R" aufnehmen -q $CONCEPT
check "the register lies in the town's folder" test -e content/beckum/register.db
check "released" status 0 "$R" freigeben -q $CONCEPT
check "issued" status 0 "$R" ausgeben -q -o konzept $CONCEPT
check "proved" says "unverändert" "$R" nachweis konzept/beckum-integrationskonzept-2018.pdf
{ cat konzept/*.pdf; echo; } >changed.pdf
check "proved by all its chapters" says "die beiliegende Quelle ist die ausgegebene" "$R" nachweis changed.pdf
check "the register shows it" says "ausgegeben" "$R" register zeige --breit beckum/integrationskonzept-2018
check "rebuilt in its usual place" says "2 Dokumente neu aufgebaut" "$R" register neu-aufbauen beckum
check "rebuilt: which town?" says "REGISTERORT" "$R" register neu-aufbauen
check "rebuilt: this one" status 0 "$R" register neu-aufbauen beckum

# a draft is not issued
sed -i 's/<konzept /<konzept entwurf="ja" /' $CONCEPT/konzept.xml
check "a released one that became a draft" status 1 "$R" ausgeben -q -o draft $CONCEPT
draft="konzept.xml:$(line_of konzept $CONCEPT/konzept.xml): Fehler: Das Dokument ist ein Entwurf"
check "told at its line" grep -q "$draft" stderr
check "no PDF" test -z "$(find draft -name '*.pdf' 2>/dev/null)"
check "a draft is not released" says "[ENTWURF]" "$R" freigeben -q $CONCEPT
sed -i 's/ entwurf="ja"/ entwurf="nein"/' $CONCEPT/konzept.xml
check "a draft no longer: released" status 0 "$R" freigeben -q $CONCEPT
check "and issued" status 0 "$R" ausgeben -q -o draft $CONCEPT
