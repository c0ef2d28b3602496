#!/usr/bin/env bash
# Suite: Nothing non-public gets out: a session in which every non-public field holds a marked word (tests/gremien), all public outputs searched for them.
# The search itself is proved by files that leak one word per channel.
cd "$(dirname "$0")/.." || exit 1
. tests/gemeinsam.sh
worte=tests/gremien/geheim.txt
suche() { python3 tests/leck.py suche "$@"; }

# the search finds a word in each channel
mkdir "$WERK/leck"
pruefe "Probe: undichte Dateien" python3 tests/leck.py pdf "$WERK/leck" "$WERK/leck.txt"
suche "$WERK/leck.txt" "$WERK/leck" >"$WERK/leck.funde"
while IFS=$'\t' read -r wort kanal datei; do
	if grep -qxF "$kanal	$WERK/leck/$datei	$wort" "$WERK/leck.funde"; then gut; else schlecht "Probe: $wort in $datei nicht gefunden (Kanal $kanal)"; fi
done <"$WERK/leck.txt"
[ "$(wc -l <"$WERK/leck.txt")" -ge 50 ] || schlecht "Probe: zu wenige Kanäle"

# the list of words is that of the sources; one more is packed in an Anlage, two come below
grep -rhoai 'geheimwort[0-9A-C][0-9]' tests/gremien/inhalt | tr a-z A-Z | sort -u >"$WERK/in-quellen"
find tests/gremien/inhalt | grep -oi 'geheimwort[0-9A-C][0-9]' | tr a-z A-Z | sort -u >"$WERK/in-namen"
grep -o '^GEHEIMWORT[0-9A-C][0-9]' $worte | sort -u >"$WERK/in-liste"
pruefe "Liste und Quellen stimmen überein" bash -c "cat '$WERK/in-quellen' '$WERK/in-namen' <(printf 'GEHEIMWORT%s\\n' A8 C1 C2) | sort -u | diff - '$WERK/in-liste'"

# the session, as a clerk brings it out
cp -r tests/gremien/inhalt "$WERK/inhalt"
q=$WERK/inhalt/beckum/sitzungen/2023-06-21
reg=(-q --register "$WERK/r.db")
pruefe "aufnehmen" "$R" aufnehmen "${reg[@]}" "$q"/*.xml
pruefe "freigeben" "$R" freigeben "${reg[@]}" "$q"/vorlage-*.xml
pruefe "ausgeben" "$R" ausgeben "${reg[@]}" -o "$WERK/ausgabe" "$q"/vorlage-*.xml
pruefe "tagesordnung" "$R" tagesordnung "${reg[@]}" -o "$WERK/sitzung" "$q/sitzung.xml"
pruefe "tagesordnung --bekanntgeben" "$R" tagesordnung "${reg[@]}" --bekanntgeben -o "$WERK/bekannt" "$q/sitzung.xml"
mkdir "$WERK/json"
"$R" tagesordnung "${reg[@]}" --json "$q/sitzung.xml" >"$WERK/json/tagesordnung.json" 2>/dev/null
pruefe "tagesordnung --json" grep -q OFFENWORT04 "$WERK/json/tagesordnung.json"
# set by hand: of a public paper the same excerpt, of a session what is announced
mkdir "$WERK/gesetzt"
pruefe "setzen" "$R" setzen -q -o "$WERK/gesetzt" "$q/vorlage-sommerfest.xml" "$q/sitzung.xml"
# after the session: results, and an item withdrawn after the announcement
am=(--gremium integrationsrat --datum 2023-06-21)
pruefe "ergebnis, öffentlich" "$R" ergebnis "${reg[@]}" "${am[@]}" --inhalt "$WERK/inhalt" 2023/0201 "OFFENWORT06 beschlossen"
pruefe "ergebnis, nichtöffentlich" "$R" ergebnis "${reg[@]}" "${am[@]}" --inhalt "$WERK/inhalt" 2023/0202 "GEHEIMWORTC1 beschlossen"
sed -i 's|<top id="punkt-geheimwort96">|<top id="punkt-geheimwort96" entfallen="ja" grund="GEHEIMWORTC2">|' "$q/sitzung.xml"
pruefe "tagesordnung danach" "$R" tagesordnung "${reg[@]}" -o "$WERK/danach" "$q/sitzung.xml"

find "$WERK/ausgabe" "$WERK/sitzung" "$WERK/bekannt" "$WERK/json" "$WERK/gesetzt" "$WERK/danach" -type f | sort >"$WERK/dateien"
grep -E '(-intern[.]pdf|/ausgabe/intern/[^/]*)$' "$WERK/dateien" >"$WERK/intern"
grep -vxFf "$WERK/intern" "$WERK/dateien" >"$WERK/oeffentlich"
mapfile -t dateien <"$WERK/dateien"
printf 'OFFENWORT0%d\n' 1 2 3 4 5 6 >"$WERK/offen.txt"
cat $worte "$WERK/offen.txt" >"$WERK/worte.txt"
suche "$WERK/worte.txt" "${dateien[@]}" >"$WERK/funde"
in_dateien() { awk -F '\t' 'NR == FNR {f[$0]; next} $2 in f' "$1" "$WERK/funde"; }
for f in sitzung/bekanntmachung.pdf sitzung/mappe.pdf sitzung/sitzung.ics bekannt/mappe.pdf; do
	pruefe "öffentlich: $f ist entstanden" grep -qxF "$WERK/$f" "$WERK/oeffentlich"
done

# nothing of it is in a public output; and the search does see what is public there
in_dateien "$WERK/oeffentlich" >"$WERK/draussen"
if grep -v OFFENWORT "$WERK/draussen" >"$WERK/leckt"; then
	while IFS=$'\t' read -r kanal datei wort; do schlecht "$wort in ${datei#"$WERK"/} ($kanal): $(grep -F "$wort	" $worte | cut -f2)"; done <"$WERK/leckt"
else
	passed=$((passed + $(grep -c '^[^#]' $worte)))
fi
grep -o 'OFFENWORT.*' "$WERK/draussen" | sort -u >"$WERK/offen.funde"
pruefe "öffentliche Worte werden gefunden" diff "$WERK/offen.txt" "$WERK/offen.funde"

# what is printed for the house does hold the words: they were there to leak
in_dateien "$WERK/intern" >"$WERK/drinnen"
cut -f3 "$WERK/drinnen" | sort -u >"$WERK/intern.funde"
for kanal in rohbytes bytes zeichenketten text struktur angaben xmp anlage anlagename; do
	pruefe "interne Dateien: Funde im Kanal $kanal" grep -q "^$kanal	" "$WERK/drinnen"
done
while IFS=$'\t' read -r wort was wie; do
	[ "$wie" = gedruckt ] || continue
	if grep -qxF "$wort" "$WERK/intern.funde"; then gut; else schlecht "$wort fehlt in den internen Dateien: $was"; fi
done <$worte
schluss
