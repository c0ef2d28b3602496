#!/usr/bin/env bash
# Suite: The year in one go: what an output depends on is recorded, whole; a second run sets nothing; one changed file sets exactly what depends on it.
cd "$(dirname "$0")/.." || exit 1
. tests/gemeinsam.sh
R=$(realpath "$R")
mkdir -p "$WERK/content" "$WERK/aus"
cp -r content/beckum content/borken "$WERK/content"
cp -rL templates "$WERK/templates"
unset SOURCE_DATE_EPOCH
B=content/beckum P=$B/praesentation-2024-02-22 V=$B/sitzungen/2018-01/vorlage-integrationskonzept.xml
alle=("$B/integrationskonzept-2018" "$B/integrationskonzept-2019" content/borken/zusammenleben-2016 $P $V)
# lauf [OPTION…]: sets all that changed, relative to the scratch folder
lauf() { (cd "$WERK" && "$R" setzen --vorlagen templates --nur-geaenderte "$@" -o aus "${alle[@]}" 2>&1) >"$WERK/lauf.txt"; }
# gesetzt NAME LIST: exactly these outputs were written
gesetzt() {
	local ist
	ist=$(sed -n 's|^aus/\(.*\)\.pdf: [0-9]* Seiten\{0,1\}$|\1|p' "$WERK/lauf.txt" | tr '\n' ' ')
	if [ "$ist" = "${2:+$2 }" ]; then gut; else schlecht "$1: gesetzt wurde „$ist“ statt „$2“"; cat "$WERK/lauf.txt"; fi
}
K18=beckum-integrationskonzept-2018 K19=beckum-integrationskonzept-2019 Z=borken-zusammenleben-2016 F=beckum-praesentation-2024-02-22 VL=beckum-sitzungen-2018-01-vorlage-integrationskonzept

pruefe "erster Lauf" lauf
gesetzt "erster Lauf" "$K18 $K19 $Z $F $VL"
pruefe "allein gesetzt" bash -c "cd '$WERK' && '$R' setzen -q --vorlagen templates -o allein.pdf $P 2>/dev/null"
pruefe "dieselben Bytes allein und nach anderen" cmp "$WERK/allein.pdf" "$WERK/aus/$F.pdf"
pruefe "zweiter Lauf" lauf
gesetzt "zweiter Lauf" ""
pruefe "er sagt es" grep -qx 'nichts zu tun: 5 Ausgaben sind unverändert' "$WERK/lauf.txt"
# aendert NAME FILE LIST [APPENDED]: one byte more, exactly these are set; then the file as it was, and they are set again
aendert() {
	cp "$WERK/$2" "$WERK/zuvor"
	printf '%s' "${4:- }" >>"$WERK/$2"
	pruefe "$1" lauf
	gesetzt "$1" "$3"
	cp "$WERK/zuvor" "$WERK/$2"
	pruefe "$1, zurück" lauf
	gesetzt "$1, zurück" "$3"
}
kommentar='<!-- x -->'
aendert Hauptdatei $P/praesentation.xml "$F" "$kommentar"
aendert "Kapitel (xi:include)" $B/integrationskonzept-2019/02-01-wohnraum.xml "$K19" "$kommentar"
aendert "vorige und zitierte Ausgabe" $B/integrationskonzept-2018/02-01-wohnraum.xml "$K18 $K19 $F $VL" "$kommentar"
aendert CSV "$(cd "$WERK" && ls $B/integrationskonzept-2019/daten/*.csv | head -n 1)" "$K19" $'\n'
aendert Bild $B/integrationskonzept-2019/bilder/wappen.svg "$K19" "$kommentar"
aendert Verzeichnis content/borken/verzeichnis.xml "$Z" "$kommentar"
aendert Gestaltung templates/borken/gestaltung.xml "$Z" "$kommentar"
aendert "Grundlage der Gestaltung" templates/grund/regeln.xml "$K18 $K19 $Z $F $VL" "$kommentar"
pruefe "gleicher Inhalt, neue Zeit" touch -d '2001-01-01' "$WERK/$P/praesentation.xml"
pruefe "gleicher Inhalt" lauf
gesetzt "gleicher Inhalt" ""
rm "$WERK/aus/$F.pdf"
pruefe "Ausgabe fehlt" lauf
gesetzt "Ausgabe fehlt" "$F"
pruefe "andere Option" lauf --objektstroeme
gesetzt "andere Option" "$K18 $K19 $Z $F $VL"
pruefe "wie zuvor" lauf
# a register that was not there: papers are checked against it
pruefe Register "$R" aufnehmen -q --register "$WERK/$B/register.db" "$WERK/$B/verzeichnis.xml"
pruefe "mit Register" lauf
gesetzt "mit Register" "$VL"
# a faulty document keeps its output, and is tried again each time
cp "$WERK/$P/praesentation.xml" "$WERK/zuvor"
cp "$WERK/aus/$F.pdf" "$WERK/zuvor.pdf"
echo '<' >>"$WERK/$P/praesentation.xml"
for mal in 1 2; do
	if lauf; then schlecht "fehlerhaft: Rückgabewert 0"; else gut; fi
	pruefe "fehlerhaft $mal: nicht „nichts zu tun“" bash -c "! grep -q 'nichts zu tun' '$WERK/lauf.txt'"
	pruefe "fehlerhaft $mal: die alte Ausgabe bleibt" cmp "$WERK/aus/$F.pdf" "$WERK/zuvor.pdf"
done
cp "$WERK/zuvor" "$WERK/$P/praesentation.xml"

# the rule: as make reads it, and complete: every file that was opened is in it
pruefe "--deps" "$R" setzen -q --deps -o "$WERK/regel.pdf" content/borken/zusammenleben-2016
printf 'include %s\n%s:\n\ttrue\n' "${WERK// /\\ }/.d/regel.pdf.d" "${WERK// /\\ }/regel.pdf" >"$WERK/regel.mk"
if command -v make >/dev/null; then
	pruefe "make liest die Regel" make -s -q -f "$WERK/regel.mk" "$WERK/regel.pdf"
	pruefe "make: etwas ist neuer" bash -c "! make -s -q -W content/borken/verzeichnis.xml -f '$WERK/regel.mk' '$WERK/regel.pdf'"
else
	aus "make fehlt: die Regel bleibt ungelesen"
fi
if strace -o "$WERK/spur" true 2>/dev/null; then
	for was in content/borken/zusammenleben-2016 content/beckum/integrationskonzept-2019 $P $V; do
		strace -f -e trace=openat,open -o "$WERK/spur" "$R" setzen -q --deps -o "$WERK/spur.pdf" $was 2>/dev/null
		sed -n 's/.*open\(at\)\{0,1\}([^"]*"\([^"]*\)", O_RDONLY[^D]*) = [0-9].*/\2/p' "$WERK/spur" | grep -vE '^/(lib|usr|etc|proc|sys|dev)/' | while read -r f; do realpath "$f"; done | grep -v "^$(realpath "$WERK")" | sort -u >"$WERK/geoeffnet"
		sed -n 's/^# [0-9a-f]\{64\} //p' "$WERK/.d/spur.pdf.d" | while read -r f; do realpath "$f"; done | sort -u >"$WERK/genannt"
		comm -23 "$WERK/geoeffnet" "$WERK/genannt" >"$WERK/ungenannt"
		if [ -s "$WERK/geoeffnet" ] && ! [ -s "$WERK/ungenannt" ]; then gut; else schlecht "$was: gelesen, aber nicht in der Regel"; cat "$WERK/ungenannt"; fi
	done
else
	aus "strace fehlt oder darf nicht: ob jede gelesene Datei in der Regel steht, bleibt ungeprüft"
fi

# Synopse
syn() { "$R" vergleiche --nur-geaenderte -o "$WERK/synopse.pdf" "$WERK/$B/integrationskonzept-2018" "$WERK/$B/integrationskonzept-2019" >"$WERK/synopse.txt" 2>&1; }
pruefe Synopse syn
pruefe "Synopse noch einmal" syn
pruefe "Synopse: nichts zu tun" grep -q '^nichts zu tun: 1 Ausgabe ist unverändert' "$WERK/synopse.txt"
printf '%s' "$kommentar" >>"$WERK/$B/integrationskonzept-2018/02-02-sprache.xml"
pruefe "Synopse: die alte Ausgabe hat sich geändert" syn
pruefe "Synopse: neu" grep -q 'synopse.pdf: ' "$WERK/synopse.txt"

# the chain of make demo
pruefe Kette bash -c "tests/jahr-kette.sh '$O' >'$WERK/kette.txt' 2>&1"
cat >"$WERK/kette.soll" <<EOF
== alles neu
7
== ohne Änderung
0
== ein Betrag: 7.500 statt 6.000 Euro im Jahr für Fortbildungen (m-kompetenz)
5
== ohne Änderung
0
EOF
awk -v O="$O/jahr/" '/^==/ {if (n != "") print n; print; n = 0} index($0, O) == 1 {n++} END {print n}' "$WERK/kette.txt" >"$WERK/kette.ist"
pruefe "Kette: so viele Ausgaben" diff "$WERK/kette.soll" "$WERK/kette.ist"
pruefe "Kette: das Register folgt" bash -c "grep -c ' 7500,00 Euro' '$WERK/kette.txt' | grep -qx 2"

# beobachten: from saving to the new bytes, which are those of a cold run
W=$WERK/beobachtet
mkdir -p "$W/content"
cp -r "$WERK/$B" "$W/content/"
rm -f "$W/$B/register.db"
find "$W/content" -name vorlage-\* -o -name sitzung.xml | xargs rm -f
cp "$W/$P/praesentation.xml" "$WERK/zuvor"
rm -rf "$W/$B"/bericht-* "$W/$B"/integrationskonzept-2012
# sagt N PATTERN: within ten seconds its output has N such lines
sagt() {
	for _ in $(seq 200); do
		[ "$(grep -c -- "$2" "$W/gesagt")" -ge "$1" ] && return
		sleep 0.05
	done
	cat "$W/gesagt"
	return 1
}
kalt() { "$R" setzen -q -o "$W/kalt.pdf" "$W/content/$1" >/dev/null 2>&1; cmp "$W/kalt.pdf" "$W/aus/$2.pdf"; }
"$R" beobachten -o "$W/aus" "$W/content" >"$W/gesagt" 2>&1 &
wer=$!
pruefe "beobachten beginnt" sagt 1 'Dokumente werden beobachtet; Ende mit Strg+C$'
f=$W/$B/integrationskonzept-2019/02-02-sprache.xml
sed 's/Sprache/Sprachkenntnis/' "$f" >"$f.neu~"
mv "$f.neu~" "$f"                                      # an editor renames over the old file
pruefe "gespeichert" sagt 2 "$K19.pdf: "
pruefe "dieselben Bytes wie kalt" kalt beckum/integrationskonzept-2019 $K19
if [ "$(grep -c "/$K18.pdf: \|/$F.pdf: " "$W/gesagt")" -eq 2 ]; then gut; else schlecht "beobachten: mehr gesetzt als nötig"; cat "$W/gesagt"; fi
cp "$W/aus/$F.pdf" "$W/alt.pdf"
echo '<folie' >>"$W/$P/praesentation.xml"
pruefe "fehlerhaft gespeichert: die Meldung" sagt 1 'praesentation.xml:[0-9]*: Fehler: '
pruefe "die Ausgabe bleibt" cmp "$W/alt.pdf" "$W/aus/$F.pdf"
sed 's/Nachgefragt in Interviews/In Interviews nachgefragt/' "$WERK/zuvor" >"$W/$P/praesentation.xml"
pruefe "berichtigt" sagt 2 "$F.pdf: "
pruefe "dieselben Bytes wie kalt, nach dem Fehler" kalt beckum/praesentation-2024-02-22 $F
mkdir "$W/$B/neu"
cp "$WERK/zuvor" "$W/$B/neu/praesentation.xml"
pruefe "neuer Ordner" sagt 1 'beckum-neu.pdf: '
rm -r "$W/$B/neu"
pruefe "wieder fort" sagt 1 'neu/praesentation.xml ist nicht mehr da'
touch "$W/$B/.konzept.xml.swp" "$W/$B/notiz.txt"
printf '%s' "$kommentar" >>"$W/$B/verzeichnis.xml"     # every document depends on it
pruefe "Verzeichnis" sagt 3 "$K19.pdf: "
pruefe "Verzeichnis: die anderen auch" sagt 2 "$K18.pdf: "
pruefe "dieselben Bytes wie kalt, zuletzt" kalt beckum/integrationskonzept-2018 $K18
kill -INT $wer
wait $wer
if [ $? -eq 0 ]; then gut; else schlecht "SIGINT: Rückgabewert nicht 0"; fi
pruefe "keine Reste" bash -c "! find '$W/aus' -name '.*.tmp' | grep -q ."
# a template that changes is read anew; one document, one file
cp -rL templates "$W/templates"
"$R" beobachten -q --vorlagen "$W/templates" -o "$W/eins.pdf" "$W/$P/praesentation.xml" >"$W/gesagt" 2>&1 &
wer=$!
for _ in $(seq 200); do [ -e "$W/eins.pdf" ] && break; sleep 0.05; done
sed -i 's/15 76 92/16 76 92/' "$W/templates/beckum/gestaltung.xml"
"$R" setzen -q --vorlagen "$W/templates" -o "$W/kalt.pdf" "$W/$P/praesentation.xml" >/dev/null 2>&1
for _ in $(seq 200); do cmp -s "$W/kalt.pdf" "$W/eins.pdf" && break; sleep 0.05; done
pruefe "Vorlage geändert" cmp "$W/kalt.pdf" "$W/eins.pdf"
kill -TERM $wer
if wait $wer; then gut; else schlecht "SIGTERM: Rückgabewert nicht 0"; fi
# rc WANTED COMMAND…
rc() { local w=$1; shift; "$@" >"$W/gesagt" 2>&1; local s=$?; [ "$s" -eq "$w" ] || { echo "Rückgabewert $s statt $w"; cat "$W/gesagt"; return 1; }; }
pruefe "was es nicht gibt" rc 2 "$R" beobachten "$W/gibt-es-nicht"
pruefe "eine Datei für viele" rc 2 "$R" beobachten -o "$W/viele.pdf" "$W/content"
pruefe "ohne freie Beobachtung" rc 3 bash -c "ulimit -n 4; '$R' beobachten -o '$W/aus' '$W/content'"
pruefe "die Meldung dazu" grep -q '\[BEOBACHTEN\]' "$W/gesagt"
schluss
