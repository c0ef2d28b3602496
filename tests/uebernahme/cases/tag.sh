# No day comes from the clock: where the original says none, it is open in the draft, and the register asks for it.
printf 'Ein Text ohne Tag\n\nHier steht ein Absatz, der von keinem Tag etwas sagt.\n' >ohne.txt
printf '\n' >leer.md
printf 'Bekanntmachung\n\nGremium: Rat\n\nOrt: Rathaus\n\nTagesordnung\n\n1. Haushalt\n' >sitzung.txt
unset SOURCE_DATE_EPOCH
for when in heute morgen; do
	[ "$when" = morgen ] && export SOURCE_DATE_EPOCH=2000000000
	"$R" uebernehmen -q "${IN[@]}" --ort beckum ohne.txt -o "$when/bericht"
	"$R" uebernehmen -q "${IN[@]}" --ort beckum --art vorlage ohne.txt -o "$when/vorlage"
	"$R" uebernehmen -q "${IN[@]}" --ort beckum --art praesentation ohne.txt -o "$when/folien"
	"$R" uebernehmen -q "${IN[@]}" --ort beckum --art sitzung sitzung.txt -o "$when/sitzung"
	"$R" uebernehmen -q "${IN[@]}" "$HERE/original/konzept.txt" --ort beckum -o "$when/konzept"
done
check "any day gives the same bytes" diff -r heute morgen
check "the day is open" grep -q '<stand offen="ja"/>' heute/bericht/bericht.xml
check "so is the edition" grep -q 'edition="offen"' heute/bericht/bericht.xml
check "a paper has none" absent ' datum="' heute/vorlage/vorlage.xml
for f in bericht/bericht vorlage/vorlage folien/praesentation sitzung/sitzung; do
	check "$f sets as a draft" status 0 "$R" setzen "${IN[@]}" -q -o x.pdf "heute/$f.xml"
done
check "the draft says so" says "Stand: noch offen" "$R" setzen "${IN[@]}" --dump=vorlesen heute/bericht/bericht.xml
check "no session without a day is taken in" status 1 "$R" aufnehmen -q "${IN[@]}" --register r.db \
	heute/sitzung/sitzung.xml
check "it says what is missing" grep -q "nennt seinen Tag nicht" "$WORK/stderr"
"$R" uebernehmen -q "${IN[@]}" --ort beckum leer.md -o heute/leer
check "an empty original sets as a draft" status 0 "$R" setzen "${IN[@]}" -q -o x.pdf heute/leer/bericht.xml
for d in bericht vorlage sitzung leer; do
	python3 -c '
import json, sys
for v in json.load(open(sys.argv[1]))["vermutungen"]:
    print(v["sicherheit"], v["text"], sep=": ")' "heute/$d/uebernahme.json"
done >is
recording "$HERE/tag.vermutungen.err" is || check "what is said of open days" diff "$HERE/tag.vermutungen.err" is
