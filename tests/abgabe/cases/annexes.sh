# An Anlage with a text for those who cannot see it, and a plan that is a drawing: the message for the document
# management has the files and the text, each with its format.
cp "$TOP"/tests/pruefung/anlage/{scan.pdf,scan.txt,plan.svg} $MAY
files='<anlage datei="scan.pdf" titel="Lageplan" alternative="scan.txt"/><anlage datei="plan.svg" titel="Skizze"/>'
sed -i '/<anlagen>ohne/d; s|<anlagen/>||; s|</vorlage>|<anlagen>'"$files"'</anlagen>&|' $PAPER
for do in aufnehmen freigeben "ausgeben -o ausgabe"; do
	# shellcheck disable=SC2086
	check "with Anlagen: $do" status 0 rs $do -q $PAPER
done
check "handed over" status 0 rs abgeben -q --xdomea --drucksache 2023/0123 -o akte.zip
unpack akte-xdomea.zip akte
message=$(ls akte/*0101.xml)
check "by our part of the schema" xmllint --noout --schema "$TOP/tests/abgabe/xdomea-teil.xsd" "$message"
check "the files it names are there" diff <(cd akte && ls | grep -v 0101.xml | sort) \
	<(grep -o '<xdomea:Dateiname>[^<]*' "$message" | cut -d'>' -f2 | sort)
check "the text as it was given" cmp akte/*anlage-*-1.txt $MAY/scan.txt
python3 - "$message" >formats <<'P'
import re, sys
for a in re.findall(r'<xdomea:Anlage>.*?</xdomea:Anlage>', open(sys.argv[1]).read(), re.S):
    of = lambda n: ''.join(re.findall(f'<xdomea:{n}[^>]*>(?:<code>)?([^<]*)', a)[:1])
    print(of('Betreff'), of('Typ'), re.findall('dateiformat".*?<code>(...)', a)[0], of('SonstigerName'), sep='|')
P
check "each with its format" diff - formats <<'T'
Lageplan|Anlage|018|
Lageplan: Text|Anlage|045|
Skizze|Anlage|100|SVG
Beschluss über die Planung einer Baumpflanzaktion im Rahmen des Fests der Kulturen „Hand in Hand“: Quelle|Quelle|030|
T
