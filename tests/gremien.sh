#!/usr/bin/env bash
# Suite: Papers and sessions as a clerk works with them: register, numbers, release, issue, agenda, results, proofs; and what goes wrong there.
# Works on a copy of content/; nothing of the repository is written.
cd "$(dirname "$0")/.." || exit 1
. tests/gemeinsam.sh
R=$(realpath "$R")
cp -r content "$WERK/content"
cd "$WERK" || exit 1
export RATSSATZ_VORLAGEN=$OLDPWD/templates
S=content/beckum/sitzungen
M=$S/2023-05-31
B=$M/vorlage-baumpflanzung.xml
Z=$M/sitzung.xml
unset RATSSATZ_REGISTER RATSSATZ_INHALT
export SOURCE_DATE_EPOCH=1684200000            # 16.05.2023
rc() { local want=$1; shift; "$@" >aus 2>ein; local got=$?; [ $got -eq "$want" ] || { echo "Rückgabewert $got statt $want: $*"; cat ein aus; return 1; }; }
sagt() { local text=$1; shift; "$@" >aus 2>ein; grep -qF -- "$text" ein aus || { echo "„$text“ fehlt: $*"; cat ein aus; return 1; }; }
py() { python3 -c "$@"; }
zeilen() { "$R" register liste ausgegeben --register "$1" --json | py 'import json,sys; print(len(json.load(sys.stdin)))'; }
# punkte FILE: the public agenda, one line an item: number, paper, title
punkte() { "$R" tagesordnung -q --register "$1" --json "$2" 2>ein | py '
import json,sys
for t in json.load(sys.stdin): print(t["nummer"], t.get("drucksache", "-"), "entfallen" if t["entfallen"] else t["titel"].split()[0])'; }
gleich() { diff <(printf '%s\n' "${@:2}") <(eval "$1"); }

# ---- the way of a paper
pruefe "freigeben vor aufnehmen" rc 1 "$R" freigeben -q --register leer.db $B
pruefe "aufnehmen" rc 0 "$R" aufnehmen --register r.db $S/*/*.xml
pruefe "aufnehmen ändert keine Quelle mit Nummer" diff -r content "$OLDPWD/content"
pruefe "ausgeben vor freigeben" rc 1 "$R" ausgeben -q --register r.db -o ausgabe $B
pruefe "ausgeben vor freigeben: kein PDF" test ! -e ausgabe/2023-0123-beschlussvorlage.pdf
pruefe "freigeben" rc 0 "$R" freigeben --register r.db $M/*.xml
cp r.db frei.db
pruefe "ausgeben" rc 0 "$R" ausgeben --register r.db -o ausgabe $M/*.xml
pruefe "ausgeben: fünf Vorlagen" test "$(ls ausgabe | wc -l)" -eq 5
sha256sum ausgabe/*.pdf >summen
pruefe "ausgeben noch einmal" rc 0 "$R" ausgeben --register r.db -o ausgabe $M/*.xml
pruefe "dieselben Bytes" sha256sum --quiet -c summen
pruefe "kein zweiter Eintrag" test "$(zeilen r.db)" -eq 5

# the ledger knows the whole look: a change in the ground of the ground is another one
cp -r "$RATSSATZ_VORLAGEN" vl
mv vl/beckum vl/unten
mkdir vl/beckum vl/mitte
for i in gestaltung:unten:mitte regeln:unten:mitte gestaltung:mitte:beckum regeln:mitte:beckum; do
	IFS=: read -r was grund ort <<<"$i"
	[ $was = regeln ] && namen= || namen='name="beckum" stadt="Stadt Beckum"'
	echo "<$was xmlns=\"urn:ratssatz:$was:1\" grundlage=\"$grund\" $namen/>" >"vl/$ort/$was.xml"
done
# aussehen: the hash of the look that one issue with it gives
aussehen() {
	cp frei.db "$1.db" && "$R" ausgeben -q --vorlagen vl --register "$1.db" -o "$1" $B >"$1.aus" 2>&1 || { cat "$1.aus"; return 1; }
	py "import sqlite3; print([bytes(r[0]).hex() for r in sqlite3.connect('$1.db').execute('select vorlage_sha256 from ausgegeben')])"
}
erst=$(aussehen erst) || schlecht "ausgeben mit Grundlage: $erst"
pruefe "dasselbe Aussehen" test "$(aussehen nochmal)" = "$erst"
for f in unten/gestaltung mitte/regeln; do
	echo '<!-- anders -->' >>vl/$f.xml
	dann=$(aussehen "${f//\//-}")
	pruefe "anderes Aussehen: $f" test "$dann" != "$erst" -a -n "$dann"
	erst=$dann
done

pruefe "tagesordnung" rc 0 "$R" tagesordnung --register r.db -o sitzung $M/sitzung.xml
pruefe "tagesordnung: Dateien" test "$(ls sitzung | tr '\n' ' ')" = "bekanntmachung.pdf mappe.pdf sitzung.ics tagesordnung-intern.pdf "
sha256sum sitzung/* >summen
pruefe "tagesordnung noch einmal" rc 0 "$R" tagesordnung --register r.db -o sitzung $M/sitzung.xml
pruefe "tagesordnung: dieselben Bytes" sha256sum --quiet -c summen
pruefe "register pruefen" rc 0 "$R" register pruefen --register r.db
pruefe "eine Sitzung wird nicht ausgegeben" sagt "übergangen" "$R" ausgeben --register r.db -o ausgabe $M/sitzung.xml
for l in papiere sitzungen ausgaben ausgegeben massnahmen; do
	pruefe "register liste $l" rc 0 "$R" register liste $l --register r.db
	pruefe "register liste $l --json" bash -c "'$R' register liste $l --register r.db --json | python3 -m json.tool"
done
pruefe "register liste ist ausgerichtet" bash -c "'$R' register liste --register r.db | awk 'NR==1{p=index(\$0,\"id \")} NR>1 && substr(\$0,p-1,1)!=\" \"{exit 1}'"
pruefe "register zeige" sagt "baumpflanzung" "$R" register zeige 2023/0123 --register r.db
pruefe "register zeige unbekannt" rc 1 "$R" register zeige 1999/0001 --register r.db
pruefe "register suche mit Umlaut gefaltet" sagt "2023/0124" "$R" register suche netzwerktreffen --register r.db
pruefe "register suche: regelmassiger" sagt "2023/0125" "$R" register suche regelmassiger --register r.db
pruefe "register: unbekanntes Tun" rc 2 "$R" register zaubern --register r.db
pruefe "register ohne Register" rc 3 "$R" register liste --register gibt-es-nicht.db
pruefe "--register fehlt: der Ort hat keines" rc 3 "$R" register liste

# ---- numbers
cp r.db nr.db
sed 's/ nummer="[^"]*"//; s/id="baumpflanzung"/id="neu-eins"/' $B >$M/vorlage-x1.xml
sed 's/ nummer="[^"]*"//; s/id="baumpflanzung"/id="neu-zwei"/' $B >$M/vorlage-x2.xml
cp $M/vorlage-x1.xml alt1.xml
pruefe "Nummern werden vergeben" rc 0 "$R" aufnehmen --register nr.db $M/vorlage-x1.xml $M/vorlage-x2.xml
pruefe "die nächsten des Jahres" bash -c "grep -q 'nummer=\"2023/0126\"' $M/vorlage-x1.xml && grep -q 'nummer=\"2023/0127\"' $M/vorlage-x2.xml"
pruefe "alle anderen Bytes sind gleich" py "a=open('alt1.xml','rb').read(); b=open('$M/vorlage-x1.xml','rb').read(); assert b.replace(b' nummer=\"2023/0126\"',b'')==a and len(b)>len(a)"
cp alt1.xml $M/vorlage-x1.xml
pruefe "noch einmal ohne Nummer: dieselbe" rc 0 "$R" aufnehmen --register nr.db $M/vorlage-x1.xml
pruefe "noch einmal: dieselbe" grep -q 'nummer="2023/0126"' $M/vorlage-x1.xml
sed -i 's/id="neu-zwei"/id="neu-drei"/; s/0127/0126/' $M/vorlage-x2.xml
pruefe "eine vergebene Nummer" rc 1 "$R" aufnehmen -q --register nr.db $M/vorlage-x2.xml
sed 's/ nummer="[^"]*"//; s/id="baumpflanzung"/id="neu-vier"/' $B >$M/vorlage-x3.xml
sed 's/ nummer="[^"]*"//; s/id="baumpflanzung"/id="neu-fuenf"/; s/<titel>/<titul>/' $B >$M/vorlage-x4.xml
pruefe "ein Fehler: nichts wird aufgenommen" rc 1 "$R" aufnehmen --register nr.db $M/vorlage-x3.xml $M/vorlage-x4.xml
pruefe "ein Fehler: keine Nummer in der Quelle" bash -c "! grep -q nummer= $M/vorlage-x3.xml"
pruefe "ein Fehler: keine Nummer verbraucht" bash -c "'$R' aufnehmen -q --register nr.db $M/vorlage-x3.xml && grep -q 'nummer=\"2023/0128\"' $M/vorlage-x3.xml"
rm $M/vorlage-x*.xml

# two clerks at once
mkdir -p content/beckum/sitzungen/2023-06-01
for i in $(seq 20); do sed "s/ nummer=\"[^\"]*\"//; s/id=\"baumpflanzung\"/id=\"p$i\"/" $B >$S/2023-06-01/vorlage-$i.xml; done
for lauf in 1 2 3 4 5; do
	"$R" aufnehmen -q --register zwei.db $S/2023-02-23/sitzung.xml $Z >eins.log 2>&1
	"$R" aufnehmen -q --register zwei.db $S/2023-06-01/vorlage-{1,3,5,7,9,11,13,15,17,19}.xml >eins.log 2>&1 & a=$!
	"$R" aufnehmen -q --register zwei.db $S/2023-06-01/vorlage-{20,18,16,14,12,10,8,6,4,2}.xml >zwei.log 2>&1 & b=$!
	wait $a; ra=$?; wait $b; rb=$?
	[ $ra -eq 0 ] && [ $rb -eq 0 ] && [ "$(grep -ho 'nummer="[^"]*"' $S/2023-06-01/*.xml | sort | tr '\n' ' ')" = "$(for i in $(seq 20); do printf 'nummer="2023/%04d"\n' $i; done | sort | tr '\n' ' ')" ] &&
		gut || { schlecht "zwei Sachbearbeitungen zugleich ($ra, $rb)"; head -n 5 eins.log zwei.log; }
	rm -f zwei.db*
	sed -i 's/ nummer="[^"]*"//' $S/2023-06-01/*.xml
done
rm -r $S/2023-06-01

# ---- proofs
P=ausgabe/2023-0123-beschlussvorlage.pdf
pruefe "nachweis: unverändert" rc 0 "$R" nachweis --register r.db $P
pruefe "nachweis nennt die Vorlage" sagt "baumpflanzung" "$R" nachweis --register r.db $P
(cat $P; echo '%') >veraendert.pdf
pruefe "nachweis: verändert" rc 1 "$R" nachweis --register r.db veraendert.pdf
pruefe "nachweis: verändert, Quelle bekannt" sagt "die beiliegende Quelle ist die ausgegebene" "$R" nachweis --register r.db veraendert.pdf
sed 's/id="baumpflanzung"/id="fremd"/' $B >fremd.xml
"$R" setzen -q --inhalt content -o fremd.pdf fremd.xml 2>/dev/null
pruefe "nachweis: fremd" rc 1 "$R" nachweis --register r.db fremd.pdf
pruefe "nachweis: fremd gesagt" sagt "unbekannt" "$R" nachweis --register r.db fremd.pdf
sed 's/Zeichen der Integration/Zeichen von Integration/' $B >gefaelscht.xml
"$R" setzen -q --inhalt content -o gefaelscht.pdf gefaelscht.xml 2>/dev/null
pruefe "nachweis: gefälschte Quelle" sagt "weder die Datei noch ihre beiliegende Quelle" "$R" nachweis --register r.db gefaelscht.pdf
printf '%%PDF-1.7\n/Type /EmbeddedFile/Length 99999999999/Size 99999999999>>\nstream\nx' >boese.pdf
pruefe "nachweis: kaputtes PDF" rc 1 "$R" nachweis --register r.db boese.pdf
pruefe "nachweis --json" bash -c "'$R' nachweis --json --register r.db $P | python3 -c 'import json,sys; r=json.load(sys.stdin); assert r[\"urteil\"]==\"unveraendert\" and r[\"id\"]==\"baumpflanzung\"'"
pruefe "nachweis: fehlende Datei" rc 3 "$R" nachweis --register r.db gibt-es-nicht.pdf

# ---- the agenda
cp $Z z.xml
alle=("1 - Anfragen" "2 - Niederschrift" "3 - Bericht" "4 2023/0121 Planung" "5 2023/0122 Aufbau" "6 2023/0123 Beschluss" "7 2023/0124 Beschluss" "8 2023/0125 Regelmäßiger" "9 - Anfragen")
pruefe "Punkte in der Ordnung des Ortes" gleich "punkte r.db $Z" "${alle[@]}"
sed 's|<top id="bericht"|<top id="vor" vorlage="2023/0125" fest="ja"/><top id="bericht"|' z.xml >$Z
pruefe "verschoben" gleich "punkte r.db $Z" "1 - Anfragen" "2 - Niederschrift" "3 2023/0125 Regelmäßiger" "4 - Bericht" "5 2023/0121 Planung" "6 2023/0122 Aufbau" "7 2023/0123 Beschluss" "8 2023/0124 Beschluss" "9 - Anfragen"
sed 's|<vorlagen/>|<vorlagen/><top id="weg" vorlage="2023/0122" entfallen="ja" grund="Krankheit"/>|' z.xml >$Z
pruefe "abgesetzt vor der Bekanntmachung: lückenlos" gleich "punkte r.db $Z" "1 - Anfragen" "2 - Niederschrift" "3 - Bericht" "4 2023/0121 Planung" "5 2023/0123 Beschluss" "6 2023/0124 Beschluss" "7 2023/0125 Regelmäßiger" "8 - Anfragen"
sed 's|<vorlagen/>|<top id="eigen"><titel>Vortrag eines Vereins</titel></top><vorlagen/>|' z.xml >$Z
pruefe "eigener Punkt" gleich "punkte r.db $Z | sed -n 3,5p" "3 - Bericht" "4 - Vortrag" "5 2023/0121 Planung"
sed 's|<top id="bericht"|<top id="vor" vorlage="2023/0999"/><top id="bericht"|' z.xml >$Z
pruefe "eine Vorlage, die nicht frei ist" rc 1 "$R" tagesordnung -q --register r.db --json $Z
sed 's|<vorlagen/>||' z.xml >$Z
pruefe "freigegebene Vorlagen ohne Platz" rc 1 "$R" tagesordnung -q --register r.db --json $Z
sed '/<bekanntmachung/d' z.xml >$Z
pruefe "bekanntgeben ohne Datum" rc 1 "$R" tagesordnung -q --bekanntgeben --register r.db -o sitzung $Z
cp z.xml $Z
pruefe "bekanntgeben" rc 0 "$R" tagesordnung -q --bekanntgeben --register r.db -o sitzung $Z
vorher=$(zeilen r.db)
pruefe "bekanntgeben noch einmal: kein Eintrag" bash -c "'$R' tagesordnung -q --bekanntgeben --register r.db -o sitzung $Z"
pruefe "bekanntgeben noch einmal: ebenso viele" test "$(zeilen r.db)" -eq "$vorher"
pruefe "nachweis: Mappe" rc 0 "$R" nachweis --register r.db sitzung/mappe.pdf
sed 's|<vorlagen/>|<vorlagen/><top id="weg" vorlage="2023/0122" entfallen="ja"/><top id="eigen"><titel>Vortrag eines Vereins</titel></top>|; s|<top id="bericht" art="bericht"/>||' z.xml >$Z
danach=("1 - Anfragen" "2 - Niederschrift" "3 - entfallen" "4 2023/0121 Planung" "5 2023/0122 entfallen" "6 2023/0123 Beschluss" "7 2023/0124 Beschluss" "8 2023/0125 Regelmäßiger" "9 - Anfragen" "10 - Vortrag")
pruefe "nach der Bekanntmachung bleiben die Nummern" gleich "punkte r.db $Z" "${danach[@]}"
cp sitzung/bekanntmachung.pdf amtlich.pdf
pruefe "Nachtrag bekanntgeben" rc 0 "$R" tagesordnung -q --bekanntgeben --register r.db -o sitzung $Z
pruefe "die frühere Bekanntmachung bleibt" cmp sitzung/bekanntmachung.pdf amtlich.pdf
pruefe "der Nachtrag steht daneben" test -e sitzung/bekanntmachung-2.pdf
sed 's|<vorlagen/>|<vorlagen/><top id="noch"><titel>Noch ein Punkt</titel></top>|' z.xml >$Z
pruefe "eine Nummer wird nicht noch einmal vergeben" gleich "punkte r.db $Z | tail -n 2" "10 - entfallen" "11 - Noch"
cp z.xml $Z
pruefe "register pruefen nach allem" rc 0 "$R" register pruefen --register r.db

# papers under one item: numbered below it, kept there once announced
gemeinsam() { sed "s|<vorlagen/>|<top id=\"hof\"><titel>Gemeinsames</titel>$1</top><vorlagen/>|" z.xml >$Z; }
eins='<top id="g1" vorlage="2023/0125"/>' zwei='<top id="g2" vorlage="2023/0121"/>'
gemeinsam "$eins$zwei"
pruefe "gemeinsam: aufnehmen mit den Vorlagen" rc 0 "$R" aufnehmen -q --register g.db $S/*/*.xml
pruefe "gemeinsam: nicht freigegeben" sagt "$(grep -n 'id="hof"' $Z | cut -d: -f1): Fehler: Die Vorlage 2023/0125 ist für dieses Gremium und diesen Tag nicht freigegeben" "$R" tagesordnung -q --json --register g.db $Z
pruefe "gemeinsam: freigeben" rc 0 "$R" freigeben -q --register g.db $M/*.xml
pruefe "gemeinsam: Unterpunkte" gleich "punkte g.db $Z | sed -n 4,7p" "4 - Gemeinsames" "4.1 2023/0125 Regelmäßiger" "4.2 2023/0121 Planung" "5 2023/0122 Aufbau"
pruefe "gemeinsam: bekanntgeben" rc 0 "$R" tagesordnung -q --bekanntgeben --register g.db -o gemeinsam $Z
pruefe "gemeinsam: im Kalender" bash -c "tr -d '\r\n' <gemeinsam/sitzung.ics | sed 's/ //g' | grep -q '4Gemeinsames.n4.1RegelmäßigerAustausch'"
pruefe "gemeinsam: in der Mappe" bash -c "pdftotext gemeinsam/mappe.pdf - | grep -c '^4\.2 *' && pdftotext gemeinsam/bekanntmachung.pdf - | grep -c '^4\.1 *'"
gemeinsam "$zwei<top id=\"g3\" vorlage=\"2023/0124\"/>"
pruefe "gemeinsam: bekannt gemacht, ein Unterpunkt wird nicht verschoben" sagt "ist als TOP 7 bekannt gemacht" "$R" tagesordnung -q --json --register g.db $Z
gemeinsam "$zwei<top id=\"g4\"><titel>Nachtrag</titel></top>"
pruefe "gemeinsam: auch nicht heraus" sagt "ist als TOP 4.1 bekannt gemacht" "$R" tagesordnung -q --json --register g.db $Z
gemeinsam "$zwei<top id=\"g4\"><titel>Nachtrag</titel></top><top id=\"g1\" vorlage=\"2023/0125\" entfallen=\"ja\"/>"
pruefe "gemeinsam: Nummern bleiben, neue kommen dahinter" gleich "punkte g.db $Z | sed -n 4,8p" "4 - Gemeinsames" "4.1 2023/0125 entfallen" "4.2 2023/0121 Planung" "4.3 - Nachtrag" "5 2023/0122 Aufbau"
sed 's|<vorlagen/>|<top id="hof" entfallen="ja"><titel>Gemeinsames</titel>'"$eins$zwei"'</top><vorlagen/>|' z.xml >$Z
pruefe "gemeinsam: alles entfällt" gleich "punkte g.db $Z | sed -n 4,7p" "4 - entfallen" "4.1 2023/0125 entfallen" "4.2 2023/0121 entfallen" "5 2023/0122 Aufbau"
gemeinsam "$eins$zwei"
sed -i 's|</teil>|</teil><teil art="nichtoeffentlich"><top id="nx"><titel>GEHEIMWORT</titel><neutral>Grundstücke</neutral><top id="ny"><titel>GEHEIMWORT</titel><neutral>Markt</neutral></top></top></teil>|' $Z
pruefe "gemeinsam: nichtöffentlich" gleich "punkte g.db $Z | tail -n 2" "1 - Grundstücke" "1.1 - Markt"
gemeinsam "$eins$zwei"
cp $M/vorlage-austausch.xml alt.xml
pruefe "gemeinsam: ergebnis" rc 0 "$R" ergebnis -q --register g.db --gremium integrationsrat --datum 2023-05-31 2023/0125 beschlossen
pruefe "gemeinsam: ergebnis nennt den Unterpunkt" grep -q 'top="4.1" ergebnis="beschlossen"' $M/vorlage-austausch.xml
"$R" oparl exportieren -q --register g.db -o gemeinsam-oparl >/dev/null 2>&1
pruefe "gemeinsam: OParl" py "
import json,glob
t=[a for f in glob.glob('gemeinsam-oparl/meeting/*.json') for a in json.load(open(f)).get('agendaItem',[]) if a['number'][0]=='4']
assert [a['number'] for a in t]==['4','4.1','4.2'] and 'consultation' not in t[0] and t[1]['consultation']!=t[2]['consultation'] and t[1]['result']=='beschlossen'
assert all(json.load(open('gemeinsam-oparl'+a['consultation'][21:]))['agendaItem']==a['id'] for a in t[1:])"
cp alt.xml $M/vorlage-austausch.xml
cp z.xml $Z

# parts counted apart or through, with and without prefix
cp r.db teile.db
mkdir vorlagen-nr && cp -r "$RATSSATZ_VORLAGEN"/. vorlagen-nr/
sed -i 's/name="top-praefix" wert="keins"/name="top-praefix" wert="Ö\/N"/' vorlagen-nr/grund/regeln.xml
sed 's/id="integrationsrat-2023-05-31"/id="zweite"/; s|</tagesordnung>|<teil art="nichtoeffentlich"><vorlagen/><top id="geheim"><titel>GEHEIMWORT</titel><neutral>Grundstücksangelegenheit</neutral><vermerk><absatz>GEHEIMVERMERK</absatz></vermerk></top></teil></tagesordnung>|' z.xml >$Z
pruefe "Vorsatz und getrennte Zählung" gleich "RATSSATZ_VORLAGEN=vorlagen-nr punkte teile.db $Z | sed -n '1p;\$p'" "Ö 1 - Anfragen" "N 1 - Grundstücksangelegenheit"
pruefe "Vorsatz im Entwurf" gleich "'$R' setzen -q --vorlagen vorlagen-nr --dump=vorlesen $Z 2>ein | grep -E '^  (Ö|N) [1-9…]'" "  Ö 1 Anfragen von Einwohnerinnen und Einwohnern" \
	"  Ö 2 Niederschrift über die öffentliche Sitzung vom 23.02.2023" "  Ö 3 Bericht der Verwaltung" "  Ö … Vorlagen aus dem Register" "  Ö … Anfragen von Integrationsratsmitgliedern"
sed -i 's/name="top-zaehlung" wert="getrennt"/name="top-zaehlung" wert="durchgehend"/' vorlagen-nr/grund/regeln.xml
pruefe "durchgehende Zählung" gleich "RATSSATZ_VORLAGEN=vorlagen-nr punkte teile.db $Z | sed -n '1p;\$p'" "Ö 1 - Anfragen" "N 10 - Grundstücksangelegenheit"
pruefe "ein nichtöffentlicher Teil: Mappe für das Haus" bash -c "'$R' tagesordnung -q --register teile.db -o geheim $Z && test -e geheim/mappe-intern.pdf"
pruefe "kein Wort davon in öffentlichen Dateien" bash -c "! for f in geheim/bekanntmachung.pdf geheim/mappe.pdf; do pdftotext \$f -; pdfdetach -saveall -o geheim \$f >/dev/null 2>&1; done | cat - geheim/sitzung.ics | grep -c 'GEHEIM'"
pruefe "im Haus steht es" bash -c "pdftotext geheim/tagesordnung-intern.pdf - | grep -q GEHEIMVERMERK"
cp z.xml $Z
sed 's/id="baumpflanzung"/id="personal"/; s/ nummer="[^"]*"//; s/oeffentlich="ja"/oeffentlich="nein"/; s|</titel>|</titel><neutral>Personalsache</neutral>|' $B >$M/vorlage-personal.xml
pruefe "nichtöffentliche Vorlage" bash -c "'$R' aufnehmen -q --register teile.db $M/vorlage-personal.xml && '$R' freigeben -q --register teile.db $M/vorlage-personal.xml && '$R' ausgeben -q --register teile.db -o ausgabe $M/vorlage-personal.xml"
pruefe "sie liegt in intern/" bash -c "ls ausgabe/intern/*.pdf"
rm -f $M/vorlage-personal.xml

# ---- results
cp $B alt.xml
pruefe "ergebnis: Gremium und Tag fehlen" rc 2 "$R" ergebnis --register r.db 2023/0123 beschlossen
pruefe "ergebnis: kein Tag" rc 2 "$R" ergebnis --register r.db --gremium integrationsrat --datum gestern 2023/0123 beschlossen
pruefe "ergebnis: nicht in der Beratungsfolge" rc 1 "$R" ergebnis -q --register r.db --gremium rat --datum 2023-05-31 2023/0123 beschlossen
pruefe "ergebnis: unbekannte Nummer" rc 1 "$R" ergebnis -q --register r.db --gremium rat --datum 2023-05-31 1999/0123 beschlossen
pruefe "ergebnis" rc 0 "$R" ergebnis -q --register r.db --gremium integrationsrat --datum 2023-05-31 2023/0123 'einstimmig „beschlossen“ & "gut"'
pruefe "ergebnis: alle anderen Bytes sind gleich" py "
import re
a=open('alt.xml','rb').read(); b=open('$B','rb').read()
c=re.sub(rb' top=\"6\"',b'',re.sub(rb' ergebnis=\"[^\"]*\"',b'',b)); assert c==a and b!=a"
pruefe "ergebnis steht im Register" sagt "einstimmig" "$R" register zeige 2023/0123 --register r.db
export SOURCE_DATE_EPOCH=1686000000            # after the session
pruefe "nach der Sitzung: nur das Ergebnis ist neu" rc 0 "$R" ausgeben -q --register r.db -o ausgabe $B
pruefe "die beratene Fassung bleibt liegen" rc 0 "$R" nachweis --register r.db $P
sed -i 's/Zeichen der Integration/Zeichen der Eintracht/' $B
pruefe "nach der Sitzung geändert" rc 1 "$R" ausgeben -q --register r.db -o ausgabe $B
pruefe "nach der Sitzung geändert: gesagt" sagt "GEAENDERT" "$R" ausgeben -q --register r.db -o ausgabe $B
cp alt.xml $B
export SOURCE_DATE_EPOCH=1684200000

# ---- calendar
pruefe "ics: Zeilen" py "
b=open('sitzung/sitzung.ics','rb').read(); l=b.split(b'\r\n'); assert all(len(x)<=75 for x in l) and b'\n' not in b.replace(b'\r\n',b''); [x.decode() for x in l]
t=b.replace(b'\r\n ',b'').decode(); assert 'DTSTART:20230531T150000Z' in t and 'UID:integrationsrat-2023-05-31@beckum' in t"
pruefe "ics: Winterzeit" bash -c "'$R' aufnehmen -q --register w.db $S/2023-02-23/sitzung.xml; '$R' tagesordnung -q --register w.db -o winter $S/2023-02-23/sitzung.xml; grep -q 'DTSTART:20230223T160000Z' winter/sitzung.ics"

# ---- editions, and the register where it is looked for
K=content/beckum/integrationskonzept-2018
pruefe "Konzept: nicht aufgenommen" rc 1 "$R" freigeben -q $K
pruefe "Konzept aufnehmen" rc 0 "$R" aufnehmen -q $K
pruefe "das Register liegt beim Ort" test -e content/beckum/register.db
pruefe "Konzept freigeben" rc 0 "$R" freigeben -q $K
pruefe "Konzept ausgeben" rc 0 "$R" ausgeben -q -o konzept $K
pruefe "Konzept: nachweis" sagt "unverändert" "$R" nachweis konzept/beckum-integrationskonzept-2018.pdf
(cat konzept/*.pdf; echo) >veraendert.pdf
pruefe "Konzept: nachweis aus allen Kapiteln" sagt "die beiliegende Quelle ist die ausgegebene" "$R" nachweis veraendert.pdf
pruefe "register zeige Ausgabe" sagt "ausgegeben" "$R" register zeige beckum/integrationskonzept-2018
pruefe "neu-aufbauen am gewohnten Ort" sagt "2 Dokumente neu aufgebaut" "$R" register neu-aufbauen beckum
pruefe "neu-aufbauen mehrerer Orte ohne Ortsnamen" sagt "REGISTERORT" "$R" register neu-aufbauen
pruefe "neu-aufbauen nennt einen Ort" rc 0 "$R" register neu-aufbauen beckum

# ---- a draft is not issued
zeile() { grep -n "<$1 " "$2" | head -n 1 | cut -d: -f1; }
sed -i 's/<konzept /<konzept entwurf="ja" /' $K/konzept.xml
pruefe "Entwurf: das freigegebene Konzept wird nicht ausgegeben" rc 1 "$R" ausgeben -q -o entwurf $K
pruefe "Entwurf: gesagt an seiner Zeile" grep -q "konzept.xml:$(zeile konzept $K/konzept.xml): Fehler: Das Dokument ist ein Entwurf" ein
pruefe "Entwurf: kein PDF" bash -c "! find entwurf -name '*.pdf' 2>/dev/null | grep ."
pruefe "Entwurf: wird nicht freigegeben" sagt "[ENTWURF]" "$R" freigeben -q $K
sed -i 's/ entwurf="ja"/ entwurf="nein"/' $K/konzept.xml
pruefe "kein Entwurf mehr" rc 0 "$R" ausgeben -q -o entwurf $K
sed -i 's/ entwurf="nein"//' $K/konzept.xml
cp r.db e.db
sed -i 's/<vorlage /<vorlage entwurf="ja" /' $M/vorlage-austausch.xml
pruefe "Entwurf einer Vorlage: aufnehmen" rc 0 "$R" aufnehmen -q --register e.db $M/vorlage-austausch.xml
pruefe "Entwurf einer Vorlage: wird nicht freigegeben" sagt "[ENTWURF]" "$R" freigeben -q --register e.db $M/vorlage-austausch.xml
pruefe "Entwurf einer Vorlage: nicht bekannt gegeben" sagt "vorlage-austausch.xml:$(zeile vorlage $M/vorlage-austausch.xml): Fehler: Das Dokument ist ein Entwurf" "$R" tagesordnung -q --bekanntgeben --register e.db -o entwurf $M/sitzung.xml
sed -i 's/ entwurf="ja"//' $M/vorlage-austausch.xml
sed -i 's/<sitzung /<sitzung entwurf="ja" /' $M/sitzung.xml
pruefe "Entwurf einer Sitzung: nicht bekannt gegeben" sagt "[ENTWURF]" "$R" tagesordnung -q --bekanntgeben --register e.db -o entwurf $M/sitzung.xml
sed -i 's/ entwurf="ja"//' $M/sitzung.xml
rm content/beckum/register.db

# ---- a session set by hand: a draft of what the public will read, without what only the register knows
pruefe "Sitzung allein setzen" rc 0 "$R" setzen -q -o allein.pdf $S/2023-02-23/sitzung.xml
pruefe "Sitzung allein: als Entwurf" bash -c "pdftotext allein.pdf - | grep -q '^Entwurf' && pdfinfo allein.pdf | grep -q '^Title:.*(Entwurf)'"
pruefe "Sitzung allein: nicht als intern" bash -c "! pdftotext allein.pdf - | grep -qi 'intern'"
sed 's|</tagesordnung>|<teil art="nichtoeffentlich"><top id="geheim"><titel>GEHEIMWORT</titel><neutral>Personalsache</neutral></top></teil></tagesordnung>|' $M/sitzung.xml >$M/geheim.xml
pruefe "Sitzung allein: vorgelesen wird, was gesetzt wird, nur das Öffentliche" bash -c "'$R' setzen -q --dump=vorlesen $M/geheim.xml 2>/dev/null >vorlesen.txt; ! grep -qE 'GEHEIMWORT|Personalsache' vorlesen.txt && grep -q '  … Anfragen' vorlesen.txt"
rm $M/geheim.xml

# ---- something new from the last
for art in vorlage sitzung; do
	pruefe "neu $art" rc 0 "$R" neu $art beckum -o $S/2027-01-01/$art-neu.xml
	pruefe "neu $art ist gültig" rc 0 "$R" pruefen -q $S/2027-01-01/$art-neu.xml
done
pruefe "neu vorlage übernimmt das Amt" grep -q 'federfuehrung stelle="fb-jugend-soziales"' $S/2027-01-01/vorlage-neu.xml
pruefe "neu vorlage übernimmt keine Nummer" bash -c "! grep -q 'nummer=\|ergebnis=' $S/2027-01-01/vorlage-neu.xml"
mkdir -p leer/musterstadt
pruefe "neu vorlage ohne Vorgänger" rc 0 "$R" neu vorlage musterstadt --inhalt leer
pruefe "neu sitzung ohne Vorgänger" bash -c "'$R' neu sitzung musterstadt --inhalt leer | python3 -c 'import xml.dom.minidom,sys; xml.dom.minidom.parse(sys.stdin)'"
rm -r $S/2027-01-01

# ---- the register itself
inhalt() { python3 - "$1" <<'P'
import sqlite3, sys
db = sqlite3.connect(sys.argv[1])
for t in ("nummer", "ereignis", "ausgegeben", "tagesordnung", "stelle", "stellenname", "sitzung", "papier", "beratung", "ausgabe", "massnahme", "posten", "kennzahl"):
    for row in db.execute(f"SELECT * FROM {t} ORDER BY 1, 2, 3"): print(t, row)
for row in db.execute("SELECT ort, art, id, titel, inhalt FROM volltext ORDER BY 1, 2, 3"): print(row)
P
}
"$R" aufnehmen -q --register auf.db content/beckum/integrationskonzept-2018 $S/*/*.xml >/dev/null 2>&1
inhalt auf.db >vorher
pruefe "neu-aufbauen" rc 0 "$R" register neu-aufbauen beckum --register auf.db
inhalt auf.db >nachher
pruefe "neu-aufbauen: derselbe Stand" diff vorher nachher
python3 -c "
import sqlite3
d=sqlite3.connect('auf.db'); d.execute('PRAGMA foreign_keys=OFF')
for t in ('papier','beratung','sitzung','stelle','volltext'): d.execute('DELETE FROM '+t)
d.commit()"
pruefe "neu-aufbauen nach Verlust" rc 0 "$R" register neu-aufbauen beckum --register auf.db
inhalt auf.db >nachher
pruefe "neu-aufbauen nach Verlust: derselbe Stand" diff vorher nachher
pruefe "neu-aufbauen ganz ohne Register" bash -c "'$R' register neu-aufbauen --register ganzneu.db && '$R' register liste --register ganzneu.db | grep -q 2023/0123"
pruefe "Nummern lassen sich nicht löschen" bash -c "! python3 -c \"import sqlite3; sqlite3.connect('auf.db').execute('DELETE FROM nummer')\" 2>/dev/null"
pruefe "sichern" rc 0 "$R" register sichern sicher.db --register r.db
pruefe "sichern überschreibt nicht" rc 3 "$R" register sichern sicher.db --register r.db
cp r.db kaputt.db
python3 -c "
f=open('kaputt.db','r+b'); f.seek(4096); f.write(b'\xAA'*8192)"
pruefe "beschädigtes Register: Meldung" rc 3 "$R" register liste --register kaputt.db
pruefe "beschädigtes Register: der Weg zurück" sagt "wiederherstellen" "$R" register pruefen --register kaputt.db
pruefe "wiederherstellen" rc 0 "$R" register wiederherstellen sicher.db --register kaputt.db
pruefe "wiederhergestellt" bash -c "'$R' register liste --register kaputt.db | grep -q 2023/0123"
cp r.db neuer.db
python3 -c "import sqlite3; d=sqlite3.connect('neuer.db'); d.execute('PRAGMA user_version=99'); d.commit()"
pruefe "Register eines neueren Programms" rc 3 "$R" register liste --register neuer.db
pruefe "ein Ordner als Register" rc 3 "$R" aufnehmen -q --register content $B
pruefe "kein Register, sondern Text" rc 3 "$R" aufnehmen -q --register $B $B
if [ "$(id -u)" -ne 0 ] || setpriv --reuid=65534 --clear-groups true 2>/dev/null; then
	mkdir nur-lesen && cp r.db nur-lesen/ && chmod 555 nur-lesen && chmod 444 nur-lesen/r.db
	als=(); [ "$(id -u)" -ne 0 ] || als=(setpriv --reuid=65534 --clear-groups)
	pruefe "schreibgeschützt: aufnehmen sagt es" rc 3 "${als[@]}" "$R" aufnehmen -q --register nur-lesen/r.db $B
	pruefe "schreibgeschützt: lesen geht" rc 0 "${als[@]}" "$R" register liste --register nur-lesen/r.db
	chmod 755 nur-lesen
else
	aus "schreibgeschütztes Register"
fi
ulimit_voll() { (ulimit -f 1; "$R" aufnehmen -q --register voll.db $S/*/*.xml) >aus 2>ein; local r=$?; [ $r -eq 3 ] || { cat ein; return 1; }; }
pruefe "kein Platz: Meldung" ulimit_voll
pruefe "kein Platz: danach geht es" rc 0 "$R" aufnehmen -q --register voll.db $S/*/*.xml
pruefe "alle Nummern in den Quellen wie im Bestand" diff -r content "$OLDPWD/content"
schluss
