#!/usr/bin/env bash
# Nothing non-public gets out: a session in which every non-public field holds a marked word (tests/gremien), all public outputs searched for them.
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

# the list of words is that of the sources (two stand only in compressed streams or properties of the Anlagen)
grep -rhoai 'geheimwort[0-9AB][0-9]' tests/gremien/inhalt | tr a-z A-Z | sort -u >"$WERK/in-quellen"
find tests/gremien/inhalt | grep -oi 'geheimwort[0-9AB][0-9]' | tr a-z A-Z | sort -u >"$WERK/in-namen"
grep -o '^GEHEIMWORT[0-9AB][0-9]' $worte | sort -u >"$WERK/in-liste"
pruefe "Liste und Quellen stimmen überein" bash -c "sort -u '$WERK/in-quellen' '$WERK/in-namen' <(echo GEHEIMWORTA8) | diff - '$WERK/in-liste'"

# the session, as a clerk brings it out
cp -r tests/gremien/inhalt "$WERK/inhalt"
q=$WERK/inhalt/beckum/sitzungen/2023-06-21
reg=(-q --register "$WERK/r.db")
pruefe "aufnehmen" "$R" aufnehmen "${reg[@]}" "$q"/*.xml
pruefe "freigeben" "$R" freigeben "${reg[@]}" "$q"/vorlage-*.xml
pruefe "ausgeben" "$R" ausgeben "${reg[@]}" -o "$WERK/ausgabe" "$q"/vorlage-*.xml
pruefe "tagesordnung" "$R" tagesordnung "${reg[@]}" -o "$WERK/sitzung" "$q/sitzung.xml"
pruefe "tagesordnung --bekanntgeben" "$R" tagesordnung "${reg[@]}" --bekanntgeben -o "$WERK/bekannt" "$q/sitzung.xml"
mkdir "$WERK/gesetzt"
pruefe "setzen" "$R" setzen -q -o "$WERK/gesetzt" "$q/vorlage-sommerfest.xml"

find "$WERK/ausgabe" "$WERK/sitzung" "$WERK/bekannt" "$WERK/gesetzt" -type f | sort >"$WERK/dateien"
grep intern "$WERK/dateien" >"$WERK/intern"
grep -v intern "$WERK/dateien" >"$WERK/oeffentlich"
mapfile -t oeffentlich <"$WERK/oeffentlich"
mapfile -t intern <"$WERK/intern"
for f in sitzung/bekanntmachung.pdf sitzung/mappe.pdf sitzung/sitzung.ics bekannt/mappe.pdf; do
	pruefe "öffentlich: $f ist entstanden" grep -qxF "$WERK/$f" "$WERK/oeffentlich"
done

# nothing of it is in a public output; and the search does see what is public there
suche $worte "${oeffentlich[@]}" >"$WERK/funde"
if [ -s "$WERK/funde" ]; then
	while IFS=$'\t' read -r kanal datei wort; do schlecht "$wort in ${datei#"$WERK"/} ($kanal): $(grep -F "$wort	" $worte | cut -f2)"; done <"$WERK/funde"
else
	passed=$((passed + $(grep -c '^[^#]' $worte)))
fi
printf 'OFFENWORT0%d\n' 1 2 3 4 5 >"$WERK/offen.txt"
suche "$WERK/offen.txt" "${oeffentlich[@]}" | cut -f3 | sort -u >"$WERK/offen.funde"
pruefe "öffentliche Worte werden gefunden" diff <(sort "$WERK/offen.txt") "$WERK/offen.funde"

# what is printed for the house does hold the words: they were there to leak
suche $worte "${intern[@]}" | cut -f3 | sort -u >"$WERK/intern.funde"
while IFS=$'\t' read -r wort was wie; do
	[ "$wie" = gedruckt ] || continue
	if grep -qxF "$wort" "$WERK/intern.funde"; then gut; else schlecht "$wort fehlt in den internen Dateien: $was"; fi
done <$worte
schluss
