# A town may call everything otherwise. Its template renames each word and label; the author writes only words that
# begin with "qq": whatever else is printed is a word of ours that nobody can rename.
mkdir -p templates/qqort content/qqort/konzept-2024 content/qqort/konzept-2026
python3 - <<-'P'
	import re
	path = "templates/grund/gestaltung.xml"
	source, n = open(path).read(), 0
	def other(m):
	    global n
	    n += 1
	    return f"{m[1]}W{n}{m[2]}"
	source = re.sub('(<(?:wort name|feld art)="[^"]+">)[^<]*(<)', other, source)
	assert n > 250, n
	open(path, "w").write(source)
P
cat >templates/qqort/gestaltung.xml <<-X
	<?xml version="1.0" encoding="UTF-8"?>
	<gestaltung xmlns="urn:ratssatz:gestaltung:1" grundlage="grund" name="qqort" stadt="Qqstadt">
	  <rolle name="qqrolle" wort="Qqrolle" bedeutet="entscheidung"/>
	</gestaltung>
X
cat >templates/qqort/regeln.xml <<-X
	<?xml version="1.0" encoding="UTF-8"?>
	<regeln xmlns="urn:ratssatz:gestaltung:1" grundlage="grund"><regel name="waehrung" wert="€"/></regeln>
X
cat >content/qqort/verzeichnis.xml <<-X
	<?xml version="1.0" encoding="UTF-8"?>
	<verzeichnis xmlns="urn:ratssatz:1" ort="qqort">
	  <ort name="Qqstadt"/>
	  <stelle id="qqamt"><name>Qqamt</name></stelle>
	  <gremium id="qqrat"><name>Qqrat</name></gremium>
	</verzeichnis>
X
C=content/qqort
cp "$TOP/tests/faelle/worte/alt.xml" $C/konzept-2024/konzept.xml
cp "$TOP/tests/faelle/worte/neu.xml" $C/konzept-2026/konzept.xml
cp "$TOP/tests/faelle/worte/vorlage.xml" $C/vorlage.xml
# ours: words that are neither the template's nor the author's; months are the calendar's
ours() { grep -oE '[[:alpha:]]{2,}[0-9]*' | grep -vE '^(W[0-9]+|[Qq]q[[:alpha:]]*|Mai|Juni)$' | sort -u; }
none_of_ours() {
	tee all | ours >left
	[ -s all ] && [ ! -s left ] || { echo "ours: $(paste -sd' ' left)"; return 1; }
}
for d in konzept-2026 vorlage.xml; do
	check "$d can be set" status 0 "$R" setzen -q -o "$d.pdf" $C/$d
	pdftotext -layout "$d.pdf" - >"$d.txt"
	check "$d: no word of ours in the PDF" none_of_ours <"$d.txt"
	"$R" setzen -q --format html -o "$d.html" $C/$d 2>/dev/null
	check "$d: none in HTML" none_of_ours < <(text "$d.html")
done
check "the edition says €" grep -qE '6.000.€' konzept-2026.txt
"$R" vergleiche -q -o s.html $C/konzept-2024 $C/konzept-2026 2>/dev/null
check "Synopse: no word of ours in HTML" none_of_ours < <(text s.html)
check "the Synopse says €" grep -qE '6.000.€' <(text s.html)
"$R" vergleiche -q -o s.pdf $C/konzept-2024 $C/konzept-2026 2>/dev/null
check "Synopse: none in PDF" none_of_ours < <(pdftotext -layout s.pdf -)
"$R" vergleiche -q --redline -o a.pdf $C/konzept-2024 $C/konzept-2026 2>/dev/null
check "Änderungsfassung: none" none_of_ours < <(pdftotext -layout a.pdf -)
"$R" stand --format pdf -o b.pdf $C/konzept-2026 2>/dev/null
check "worksheet: none" none_of_ours < <(pdftotext -layout b.pdf -)
check "the terminal says €" absent '[0-9].Euro' <("$R" vergleiche $C/konzept-2024 $C/konzept-2026 2>/dev/null)
