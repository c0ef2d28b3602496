# A remark in running text is in nothing that gets out: no page, no attachment, no HTML, no excerpt.
mkdir -p doc
cat >doc/bericht.xml <<'X'
<?xml version="1.0" encoding="UTF-8"?>
<bericht xmlns="urn:ratssatz:1" xmlns:xi="http://www.w3.org/2001/XInclude" ort="borken" edition="2024">
  <angaben>
    <titel>Probe</titel><stand datum="2024-03"/><herausgeber stelle="stadt"/>
    <vermerk><absatz>GEHEIMVERMERK</absatz></vermerk>
  </angaben>
  <kapitel id="text"><titel>Text</titel>
    <absatz>Ein Satz<vermerk name="Kollegin" erledigt="ja"><absatz>GEHEIMVERMERK</absatz></vermerk> mit Rest.</absatz>
    <liste><punkt>Ein Punkt<vermerk><absatz>GEHEIMVERMERK</absatz></vermerk></punkt></liste>
  </kapitel>
</bericht>
X
check "it sets" status 0 "$R" setzen "${IN[@]}" -q -o doc.pdf doc/bericht.xml
check "the sentence is whole" says "Ein Satz mit Rest." "$R" setzen "${IN[@]}" --dump vorlesen doc/bericht.xml
check "as HTML too" status 0 "$R" setzen "${IN[@]}" -q --format html -o doc.html doc/bericht.xml
pdftotext doc.pdf doc.txt
check "no page has it" absent GEHEIMVERMERK doc.txt doc.html
check "its source is attached" detached attached doc.pdf
check "nor the source inside" nowhere GEHEIMVERMERK attached
check "the sentence is there" grep -rq "Ein Satz mit Rest" attached
