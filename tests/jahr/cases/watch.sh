# beobachten: from saving to the new bytes, which are those of a cold run.
rm -rf content/borken aus templates $TOWN/integrationskonzept-2012
find content \( -name 'vorlage-*' -o -name sitzung.xml \) -delete
cp $SLIDES/praesentation.xml before
# heard N PATTERN: its output has so many such lines
heard() { [ "$(grep -c -- "$2" said)" -ge "$1" ]; }
in_time() { eventually heard "$@" || { cat said; return 1; }; }
# tells WHAT N PATTERN: it does, sooner or later
tells() { check "$1" in_time "$2" "$3"; }
as_cold() { "$R" setzen -q -o cold.pdf "content/$1" >/dev/null 2>&1; cmp cold.pdf "aus/$2.pdf"; }
"$R" beobachten -o aus content >said 2>&1 &
pid=$!
trap 'kill $pid 2>/dev/null' EXIT
tells "it begins" 1 'Dokumente werden beobachtet; Ende mit Strg+C$'
f=$TOWN/integrationskonzept-2019/02-02-sprache.xml
sed 's/Sprache/Sprachkenntnis/' "$f" >"$f.new~"
mv "$f.new~" "$f"                                      # an editor renames over the old file
tells "saved" 2 "$K19.pdf: "
check "the same bytes as cold" as_cold beckum/integrationskonzept-2019 $K19
check "no more than needed" test "$(grep -c "/$K18.pdf: \|/$F.pdf: " said)" -eq 2
cp aus/$F.pdf old.pdf
echo '<folie' >>$SLIDES/praesentation.xml
tells "saved with a fault: the message" 1 'praesentation.xml:[0-9]*: Fehler: '
check "the output stays" cmp old.pdf aus/$F.pdf
sed 's/Nachgefragt in Interviews/In Interviews nachgefragt/' before >$SLIDES/praesentation.xml
tells "corrected" 2 "$F.pdf: "
check "the same bytes as cold, after the fault" as_cold beckum/praesentation-2024-02-22 $F
mkdir $TOWN/neu
cp before $TOWN/neu/praesentation.xml
tells "a new folder" 1 'beckum-neu.pdf: '
rm -r $TOWN/neu
tells "gone again" 1 'neu/praesentation.xml ist nicht mehr da'
touch $TOWN/.konzept.xml.swp $TOWN/notiz.txt
cp before $TOWN/.praesentation.xml                     # what an editor keeps beside the file
printf '%s' "$COMMENT" >>$TOWN/verzeichnis.xml         # every document depends on it
tells "the directory" 3 "$K19.pdf: "
tells "the directory: the others, too" 2 "$K18.pdf: "
check "the same bytes as cold, at last" as_cold beckum/integrationskonzept-2018 $K18
check "what is hidden is no document" absent '\.praesentation' said
kill -INT $pid
check "SIGINT: exit status 0" wait $pid
check "nothing is left over" test -z "$(find aus -name '.*.tmp')"
