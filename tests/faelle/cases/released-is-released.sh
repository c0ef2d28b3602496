# What goes out is what was released: a text, chapter, table, picture or Anlage that is another one since then is
# refused by every way out, with the line of the first difference; released again it goes.
. "$TOP/tests/faelle/full-paper.sh"
check "taken in" status 0 rs aufnehmen -q content/beckum/verzeichnis.xml $SESSION $V
check "released" status 0 rs freigeben -q $V
check "as released: issued" status 0 rs ausgeben -q -o aus $V
# a session that was released is held to it as well until it is announced
check "the session, too" status 0 rs freigeben -q $SESSION
cp $SESSION sitzung.xml
sed -i 's|<vorlagen/>|<vorlagen/><top id="neu"><titel>GEHEIM</titel></top>|' $SESSION
check "changed since: not announced" status 1 rs tagesordnung -q --bekanntgeben -o sitz $SESSION
check "told where" grep -q "sitzung-s.xml:$(grep -n vorlagen/ $SESSION | cut -d: -f1): Fehler: Seit" "$WORK"/stderr
cp sitzung.xml $SESSION
check "as released: announced" status 0 rs tagesordnung -q --bekanntgeben -o sitz $SESSION
check "as released: handed over" status 0 rs abgeben -q --sitzung $SESSION -o paket.zip
cp -r $S kept
files() { ls aus sitz && rs register liste ausgegeben --json; }
before=$(files)
# other WHAT AT FILE COMMAND…: COMMAND changes FILE, then nothing goes out
other() {
	local what=$1 at=$2 file=$3
	"${@:4}" $S/$file
	check "$what: not issued" status 1 rs ausgeben -q -o aus $V
	check "$what: told where" grep -q "$S/$at: Fehler: Seit der Freigabe vom 01.04.2100 geändert" "$WORK"/stderr
	check "$what: and what to do" grep -q "„ratssatz aufnehmen“ und „ratssatz freigeben“ noch einmal" "$WORK"/stderr
	check "$what: not announced" status 1 rs tagesordnung -q --bekanntgeben -o sitz $SESSION
	check "$what: told where, again" grep -q "$at: Fehler: Seit der Freigabe" "$WORK"/stderr
	check "$what: no Mappe to look at either" status 1 rs tagesordnung -q -o probe $SESSION
	check "$what: not handed over" status 1 rs abgeben -q --sitzung $SESSION -o paket2.zip
	check "$what: told where, again" grep -q "$at: Fehler: Seit der Freigabe" "$WORK"/stderr
	check "$what: nor by its number" status 1 rs abgeben -q --drucksache "$(number v)" -o paket2.zip
	check "$what: nothing was written" test "$(files)$(ls probe paket2.zip 2>/dev/null)" = "$before"
	cp -r kept/. $S
}
line() { grep -n "$1" $V | head -n 1 | cut -d: -f1; }
other "text" "vorlage-v.xml:$(line zugestimmt)" vorlage-v.xml sed -i 's/zugestimmt/GEHEIM zugestimmt/'
other "a line more" "vorlage-v.xml:$(line '<kosten>')" vorlage-v.xml \
	sed -i 's/^<kosten>/<!-- noch offen -->\n&/'
other "chapter" mehr.xml:4 mehr.xml sed -i 's/lange frei/GEHEIM/'
other "table" zahlen.csv:3 zahlen.csv sed -i 's/2025;12/2025;13/'
other "picture" bild.png bild.png cp "$TOP/tests/golden/bilder/alpha.png"
other "Anlage" plan.pdf plan.pdf cp "$TOP/tests/gremien/inhalt/beckum/sitzungen/2023-06-21/lageplan.pdf"
other "text of the Anlage" plan.txt:1 plan.txt sed -i 's/Platz/GEHEIM/'
other "title" "vorlage-v.xml:$(line '<titel>Spiel')" vorlage-v.xml sed -i 's/Spielplatz am Bach/GEHEIM/'

# taken in again it is still not released, and OParl tells what was
sed -i 's/Spielplatz am Bach/GEHEIMTITEL/; s/zugestimmt/GEHEIM zugestimmt/' $V
check "taken in, changed" status 0 rs aufnehmen -q $V
check "not issued" status 1 rs ausgeben -q -o aus $V
check "exported" status 0 rs oparl exportieren -q -o oparl
check "the title that was released" grep -rq "Spielplatz am Bach" oparl/paper
check "not the other one" test -z "$(grep -rl GEHEIM oparl)"
check "nor in the agenda for programs" absent GEHEIM <(rs tagesordnung -q --json $SESSION 2>/dev/null)
check "released again" status 0 rs freigeben -q $V
check "issued" status 0 rs ausgeben -q -o aus $V
check "announced" status 0 rs tagesordnung -q --bekanntgeben -o sitz $SESSION
check "exported" status 0 rs oparl exportieren -q -o oparl
check "the new title" grep -rq GEHEIMTITEL oparl/paper
check "released once more, nothing new" status 0 rs freigeben -q $V
check "is no second release" test "$(rs register zeige "$(number v)" --json |
	python3 -c 'import json, sys; print(sum(z.get("art") == "freigegeben" for z in json.load(sys.stdin)))')" = 2

# what the program writes itself is no change
at 2100-05-06T08:00:00Z
check "a result" status 0 rs ergebnis -q --gremium rat --datum 2100-05-05 "$(number v)" einstimmig
check "issued with it" status 0 rs ausgeben -q -o aus $V
check "by hand as well" sed -i 's/ergebnis="einstimmig beschlossen"/ergebnis="mit Mehrheit"/' $V
check "issued with it" status 0 rs ausgeben -q -o aus $V
