# An ampersand in an attribute is an ampersand in every output: PDF with its links, keywords and alternative texts,
# HTML, Synopse, calendar, OParl. (The parser handed "&amp;" over as "&#38;".)
mkdir -p content/beckum/und
cat >content/beckum/und/konzept.xml <<'X'
<?xml version="1.0" encoding="UTF-8"?>
<konzept xmlns="urn:ratssatz:1" ort="beckum" edition="2030" xml:lang="de">
  <angaben>
    <titel>Kinder &amp; Jugend</titel>
    <stand datum="2030-01"/>
    <herausgeber stelle="stadt"/>
    <copyright name="Stadt &amp; Partner"/>
    <schlagwort name="Kinder &amp; Jugend"/>
  </angaben>
  <kapitel id="k">
    <titel>Text &amp; Bild</titel>
    <absatz>Müller &amp; Söhne, <extern href="https://example.org/?a=1&#x26;b=2">eine Seite</extern>,
      <abk langform="Jugend &#38; Familie">JF</abk>; siehe <verweis ziel="o"/>.</absatz>
    <organigramm id="o"><aussage>Aufbau.</aussage><kasten name="Bildung &amp; Kultur &lt;neu&gt;"/></organigramm>
    <abschnitt id="ab"><titel>A &amp; B</titel>
      <massnahme id="m"><ziel>Ziel &amp; Weg.</ziel><umsetzung><schritt>Etwas tun</schritt></umsetzung>
        <beteiligte><beteiligt bemerkung="Meyer &amp; Sohn">Firma</beteiligt></beteiligte>
        <finanzen><posten zustand="ohne">Nichts</posten></finanzen><zeitbedarf klasse="laufend"/></massnahme>
    </abschnitt>
  </kapitel>
</konzept>
X
U=content/beckum/und/konzept.xml
check "set" status 0 "$R" setzen -q -o und.pdf $U
qpdf --qdf --object-streams=disable und.pdf - >und.qdf
check "PDF: words" python3 -c '
import subprocess
text = " ".join(subprocess.run(["pdftotext", "und.pdf", "-"], capture_output=True, text=True).stdout.split())
for words in "Stadt & Partner", "Müller & Söhne", "Bildung & Kultur <neu>", "Meyer & Sohn":
    assert words in text, words
assert "#38" not in text'
check "PDF: link" grep -qaF '/URI (https://example.org/?a=1&b=2)' und.qdf
check "PDF: keywords" grep -qaF '/Keywords (Kinder & Jugend)' und.qdf
check "PDF: expansion" grep -qaF '/E (Jugend & Familie)' und.qdf
check "HTML" status 0 "$R" setzen -q --format html -o und.html $U
check "HTML: words" says 'Meyer & Sohn' text und.html
check "HTML: link" grep -qF 'href="https://example.org/?a=1&amp;b=2"' und.html
check "HTML: nothing twice" absent '#38|&amp;amp;|&amp;#' und.html

mkdir -p content/beckum/und-neu
sed 's|edition="2030"|edition="2031"|; s|Meyer &amp; Sohn|Meyer \&amp; Tochter|' $U >content/beckum/und-neu/konzept.xml
N=content/beckum/und-neu/konzept.xml
check "Synopse" status 0 "$R" vergleiche -q --format html -o syn.html $U $N
check "Synopse: words" says '(Meyer & eingefügt: Tochter' text syn.html
check "Synopse: JSON" status 0 "$R" vergleiche -q -o syn.json $U $N
check "Synopse: JSON has the words" grep -q 'Meyer & Tochter' syn.json
check "nothing twice" absent '#38' syn.html syn.json

# a session: place and keyword
MAY=content/beckum/sitzungen/2023-05-31
sed -i 's|<sitzungsort name="[^"]*"|<sitzungsort name="Verein \&amp; Freunde"|' $MAY/sitzung.xml
sed -i 's|<schlagwort name="Baumpflanzung"/>|<schlagwort name="Baum \&amp; Strauch"/>|' $MAY/vorlage-baumpflanzung.xml
mkdir sitzung
check "taken in" status 0 "$R" aufnehmen -q --register r.db content/beckum/verzeichnis.xml \
	content/beckum/sitzungen/*/*.xml
check "released" status 0 "$R" freigeben -q --register r.db $MAY/*.xml
check "announced" status 0 "$R" tagesordnung -q --bekanntgeben --register r.db -o sitzung $MAY/sitzung.xml
check "calendar" grep -q 'LOCATION:Verein & Freunde' sitzung/*.ics
check "exported" status 0 "$R" oparl exportieren --register r.db -o oparl
check "OParl: place" grep -rqF 'Verein & Freunde' oparl
check "OParl: keyword" grep -rqF 'Baum & Strauch' oparl
check "OParl: nothing twice" absent '#38|&amp;' $(find oparl -type f)
