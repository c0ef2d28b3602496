# Approved minutes change no more; corrections come after them, dated, and stay as well.
cp first.xml $N
check "issued" status 0 rs niederschrift -q -o aus $N
sed -i 's|ein Spielplatz|&|; s|begrüßen den Vorschlag|begrüßen den Vorschlag sehr|' $N
check "before its approval it may change" status 0 rs niederschrift -q -o aus $N
check "as a file of its own" test -e aus/niederschrift-2.pdf
sed -i 's|</niederschrift>|<genehmigung datum="2024-04-16"/></niederschrift>|' $N
at 2024-04-20T10:00:00Z
check "approved" status 0 rs niederschrift -q -o aus $N
cp $N approved.xml
sed -i 's|Vorschlag sehr|Vorschlag nicht|' $N
check "a changed word" says "[GENEHMIGT]" rs niederschrift -o aus $N
check "is refused" status 1 rs niederschrift -q -o aus $N
cp approved.xml $N
sed -i 's|stelle="bauamt" frist="2024-06-30"|& zustand="erledigt"|' $N
check "how far a task is may change" status 0 rs niederschrift -q -o aus $N
sed -i 's|</niederschrift>|<nachtrag datum="2024-05-02"><absatz>Ein Wort.</absatz></nachtrag></niederschrift>|' $N
check "a correction" status 0 rs niederschrift -q -o aus $N
sed -i 's|Ein Wort.|Zwei Worte.|' $N
check "that stays, too" says "[GENEHMIGT]" rs niederschrift -o aus $N
