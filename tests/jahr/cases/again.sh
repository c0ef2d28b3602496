# A second run sets nothing, and says so; alone and after others a document has the same bytes.
check "a second run" run
were_set "a second run" ""
check "it says so" grep -qx 'nichts zu tun: 5 Ausgaben sind unverändert' run.txt
check "set alone" status 0 "$R" setzen -q --gestaltung templates -o alone.pdf $SLIDES
check "the same bytes alone and after others" cmp alone.pdf aus/$F.pdf
check "the same content, a new time" touch -d '2001-01-01' $SLIDES/praesentation.xml
check "the same content" run
were_set "the same content" ""
rm aus/$F.pdf
check "an output is missing" run
were_set "an output is missing" "$F"
check "another option" run --objektstroeme
were_set "another option" "$K18 $K19 $Z $F $V"
check "as before" run
were_set "as before" "$K18 $K19 $Z $F $V"
# a register that was not there: papers are checked against it
check "a register" status 0 "$R" aufnehmen -q --register $TOWN/register.db $TOWN/verzeichnis.xml
check "with a register" run
were_set "with a register" "$V"
# only papers and sessions ask it
printf 'no register' >broken.db
damaged=(env RATSSATZ_REGISTER=broken.db "$R" setzen -q --gestaltung templates -o alone.pdf)
check "slides beside a damaged register" status 0 "${damaged[@]}" $SLIDES
check "a paper beside a damaged register" status 3 "${damaged[@]}" $A_PAPER
