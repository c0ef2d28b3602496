# Items without a paper: their Anlagen go with the Mappe, the package and OParl, each with its digest, their result into
# OParl; what is not public gets nowhere where the public looks.
P=content/heide/papiere S=$P/sitzung.xml
rules '<regel name="top-praefix" wert="Ö/N"/>'
cp "$TOP/tests/pruefung/anlage/plan.pdf" $P/programm.pdf
cp "$TOP/tests/pruefung/anlage/scan.pdf" $P/angebot.pdf
cp $P/programm.pdf $P/vertrag.pdf
cp $P/programm.pdf $P/vortrag.pdf
printf '\n%%GEHEIM3\n' >>$P/vertrag.pdf
printf 'Der Lageplan zeigt den Jugendtreff am Markt.\n' >$P/lageplan.txt
cat >$P/lageplan.svg <<'END'
<svg xmlns="http://www.w3.org/2000/svg" width="120mm" height="80mm" viewBox="0 0 120 80">
<title>Lageplan</title><rect x="10" y="10" width="100" height="60" fill="#ddd" stroke="#333"/></svg>
END
cat >$S <<END
$HEAD
<sitzung $MARKS id="rat-1" gremium="rat" datum="2026-02-20" beginn="18:00">
  <angaben><sitzungsort name="Rathaus"/><vorsitz amt="Bürgermeisterin"/><bekanntmachung datum="2026-02-06"/></angaben>
  <tagesordnung>
    <teil art="oeffentlich">
      <top id="gast"><titel>Der Jugendtreff stellt sich vor</titel>
        <anlagen>
          <anlage datei="programm.pdf" titel="Programm"/>
          <anlage datei="lageplan.svg" titel="Lageplan" alternative="lageplan.txt"/>
          <anlage datei="angebot.pdf" titel="GEHEIM1" oeffentlich="nein"/>
        </anlagen>
      </top>
      <top id="weg" entfallen="ja" grund="krank"><titel>Ein Vortrag</titel>
        <anlagen><anlage datei="vortrag.pdf" titel="Vortrag"/></anlagen>
      </top>
      <top id="auch"><titel>Noch einmal das Programm</titel>
        <anlagen><anlage datei="programm.pdf" titel="Programm"/></anlagen>
      </top>
    </teil>
    <teil art="nichtoeffentlich">
      <top id="haus"><titel>Haus</titel><neutral>Grundstück</neutral>
        <anlagen><anlage datei="vertrag.pdf" titel="GEHEIM2"/></anlagen>
      </top>
    </teil>
  </tagesordnung>
</sitzung>
END
check "looked at" says "Anlage 3 („GEHEIM1“, angebot.pdf): 2 von 3 Seiten" "$R" pruefen $S
sed 's/titel="Programm"/& seiten="9"/' $S >$P/falsch.xml
check "pages, too" says "[ANLAGENSEITEN]" "$R" pruefen $P/falsch.xml
rm $P/falsch.xml
check "taken in" status 0 rs aufnehmen -q content/heide/verzeichnis.xml $S
check "announced" status 0 rs tagesordnung -q --bekanntgeben -o out $S
files() { (cd "$1" && find . -name 'anlage*' | sort); }
check "a file each" equal "$(files out)" ./anlage-top-oe-1-1-programm.pdf ./anlage-top-oe-1-2-lageplan.svg \
	./anlage-top-oe-2-1-programm.pdf ./intern/anlage-top-n-1-1-geheim2.pdf ./intern/anlage-top-oe-1-3-geheim1.pdf
check "as it was" cmp $P/programm.pdf out/anlage-top-oe-2-1-programm.pdf
inside() { pdfdetach -list "$1" | sed -n 's/^[0-9]*: //p' | grep -v xml$ | sort | xargs; }
check "in the Mappe" equal "$(inside out/mappe.pdf)" "lageplan.svg lageplan.txt programm.pdf"
check "in the house's" equal "$(inside out/mappe-intern.pdf)" \
	"angebot.pdf lageplan.svg lageplan.txt programm.pdf vertrag.pdf"
check "not in the notice" equal "$(inside out/bekanntmachung.pdf)" ""
pdftotext -layout out/mappe.pdf mappe.txt
check "named" grep -q 'Anlage 1: Programm (1 Seite' mappe.txt
check "with its text" grep -q 'zeigt den Jugendtreff am Markt' mappe.txt
check "and whose it is" grep -q '1, Anlage 2: Lageplan' mappe.txt
check "listed" equal "$(rs register liste anlagen --json | py 'import json, sys
for a in json.load(sys.stdin): print(a["papier"], a["anlage"], a["titel"], a["oeffentlich"])')" \
	'rat-1/auch 1 Programm ja' 'rat-1/gast 1 Programm ja' 'rat-1/gast 2 Lageplan ja' 'rat-1/gast 3 GEHEIM1 nein' \
	'rat-1/haus 1 GEHEIM2 nein' 'rat-1/weg 1 Vortrag ja'
check "proven" says "rat-1" rs nachweis out/anlage-top-oe-1-1-programm.pdf
check "announced again" status 0 rs tagesordnung -q --bekanntgeben -o out $S
check "is the same" equal "$(files out | wc -l)" 5

# OParl
objects() {
	rm -rf net && rs oparl exportieren -q -o net --basis-url https://example.org && py 'import glob, hashlib, json
m = json.load(open(glob.glob("net/meeting/*.json")[0]))
for i in m["agendaItem"]:
    print(i["number"], i.get("result", "-"), *(f["name"] + " " + f["mimeType"] for f in i.get("auxiliaryFile", [])))
    for f in i.get("auxiliaryFile", []):
        path = "net" + f["accessUrl"].split("example.org")[1]
        assert hashlib.sha512(open(path, "rb").read()).hexdigest() == f["sha512Checksum"], path
        assert json.load(open("net" + f["id"].split("example.org")[1]))["agendaItem"], f'
}
check "OParl has them at their items" equal "$(objects)" \
	'Ö 1 - Programm application/pdf Lageplan image/svg+xml' 'Ö 2 - Programm application/pdf' 'N 1 -'
judged() { python3 "$TOP/tests/oparl/judge.py" net "$SPEC/oparl" 2>&1 | grep -v 'EMPFOHLEN.*text fehlt\|JSON-Dateien'; }
[ ! -d "$SPEC/oparl" ] || check "as the specification wants it" equal "$(judged)" ""
sed -i 's/<top id="gast"/& ergebnis="zur Kenntnis genommen"/; s/<top id="haus"/& ergebnis="GEHEIM4"/' $S
check "with a result" status 0 rs aufnehmen -q $S
check "OParl has the result" equal "$(objects | sed -n '1p;$p')" \
	'Ö 1 zur Kenntnis genommen Programm application/pdf Lageplan image/svg+xml' 'N 1 -'

# the package
check "handed over" status 0 rs abgeben -q --sitzung $S -o paket.zip
check "beside the rest" equal "$(unzip -Z1 paket.zip | grep ^anlage | sort)" anlage-top-oe-1-1-programm.pdf \
	anlage-top-oe-1-2-lageplan.svg anlage-top-oe-2-1-programm.pdf
check "what is not public apart" equal "$(unzip -Z1 paket-nichtoeffentlich.zip | grep ^anlage | sort)" \
	anlage-top-n-1-1-geheim2.pdf anlage-top-oe-1-3-geheim1.pdf
check "called what it is" bash -c "unzip -p paket.zip manifest.json | grep -q 'Anlage: Lageplan'"
check "and of which kind" bash -c "unzip -p paket.zip manifest.json | grep -q image/svg"

# nothing leaks
mkdir loose && unzip -qo paket.zip -d loose
for f in out/*.pdf loose/*.pdf; do
	[[ $f != *intern* ]] || continue
	qpdf --qdf --object-streams=disable --warning-exit-0 "$f" "loose/$(basename "$f").qdf" 2>/dev/null
	pdftotext "$f" - >>loose/text 2>/dev/null
	detached loose/of "$f" || true
done
check "sources were attached" test "$(find loose/of -type f | wc -l)" -gt 2
cp -r out/*.svg out/*.ics net loose
check "no secret" nowhere GEHEIM loose
check "but the neutral title" grep -aq Grundstück loose/text

# what changed since the invitation
told() { pdftotext -layout "$1" - | sed -n '/seit der Einladung neu/,/Sitzungsmappe/p'; }
check "nothing is new" equal "$(told out/mappe.pdf)" ""
cp $P/programm.pdf first.pdf
cp "$TOP/tests/pruefung/anlage/kosten.pdf" $P/programm.pdf
export SOURCE_DATE_EPOCH=$((SOURCE_DATE_EPOCH + 3600))
check "announced with another file" status 0 rs tagesordnung -q --bekanntgeben -o later $S
told later/mappe.pdf >news.txt
check "is told" grep -q 'Der Jugendtreff stellt sich vor.*ersetzt' <(tr -s ' \n' ' ' <news.txt)
check "by its sum" grep -q "$(sha256sum <$P/programm.pdf | cut -c-16)" news.txt
check "the item without it is not" absent 'Haus\|Grundstück' news.txt
check "OParl has the new one" equal "$(objects | head -n 1)" \
	'Ö 1 zur Kenntnis genommen Programm application/pdf Lageplan image/svg+xml'
cp first.pdf $P/programm.pdf

# what turns public or non-public
sed -i 's/ oeffentlich="nein"//' $S
check "turned public" says "[WIRDOEFFENTLICH]" rs tagesordnung --bekanntgeben -o neu $S
check "nothing is written" test ! -e neu/mappe.pdf
sed -i 's/titel="GEHEIM1"/& oeffentlich="nein"/; s/titel="Lageplan"/& oeffentlich="nein"/' $S
check "turned non-public" says "[ZURUECKGEZOGEN]" rs aufnehmen $S
check "gone from OParl" equal "$(objects | head -n 1)" 'Ö 1 zur Kenntnis genommen Programm application/pdf'
check "announced without it" status 0 rs tagesordnung -q --bekanntgeben -o neu $S
check "is not in the Mappe" equal "$(inside neu/mappe.pdf)" programm.pdf
check "taken back by its file" status 0 rs zurueckziehen -q --entfernen --grund falsch $P/programm.pdf
check "is gone, too" equal "$(objects | head -n 1)" 'Ö 1 zur Kenntnis genommen'
check "its file as well" test ! -e out/anlage-top-oe-1-1-programm.pdf

# a broken promise
printf x >>$P/programm.pdf
sed -i "s/titel=\"Programm\"/& sha256=\"$(sha256sum <$P/vertrag.pdf | cut -c-64)\"/" $S
check "a file that is another" says "[ANLAGENDATEI]" rs tagesordnung --bekanntgeben -o neu2 $S
