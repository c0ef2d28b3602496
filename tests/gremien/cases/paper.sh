# The way of a paper: taken in, released, issued; the same bytes when issued again.
check "taking in changes no source that has its number" diff -r content "$TOP/content"
check "no release before it is taken in" status 1 "$R" freigeben -q --register empty.db $PAPER
check "no issue before it is released" status 1 "$R" ausgeben -q --register taken.db -o early $PAPER
check "no PDF before it is released" test ! -e early/2023-0123-beschlussvorlage.pdf
check "five papers are issued" test "$(ls ausgabe | wc -l)" -eq 5
sha256sum ausgabe/*.pdf >sums
check "issued again" status 0 rs ausgeben -o ausgabe $MAY/*.xml
check "the same bytes" sha256sum --quiet -c sums
check "no second row" test "$(issued_rows r.db)" -eq 5
check "a session is not issued" says "übergangen" rs ausgeben -o ausgabe $SESSION
check "the register is sound" status 0 rs register pruefen
