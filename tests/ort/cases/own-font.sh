# A font a town has licensed is data: files and their list beside its look.
mkdir -p font && cd font || exit
"$R" ort-anlegen -q musterstadt "Stadt Musterstadt"
look=templates/musterstadt
mkdir $look/schriften
cp "$O/share/fonts/NotoSerif-Regular.ttf" $look/schriften/Haus-Regular.ttf
echo 'schrift;Hausschrift;400;aufrecht;Haus-Regular.ttf' >$look/schriften/fonts.txt
sed -i 's|</gestaltung>|  <schrift rolle="text" familie="Hausschrift"/>\n&|' $look/gestaltung.xml
check "set in it" status 0 "$R" setzen -q --deps -o haus.pdf content/musterstadt/konzept
"$R" setzen -q -o haus.pdf content/musterstadt/konzept
pdffonts haus.pdf >fonts
check "no other text font is in the file" grep -q Serif fonts
check "the shipped one is not" absent "NotoSans-" fonts
check "the output depends on it" grep -rq 'Haus-Regular.ttf' .d
check "in HTML, too" status 0 "$R" setzen -q --format html -o haus.html content/musterstadt/konzept
check "a family nobody has is told" bash -c "sed -i s/Hausschrift/Amtsschrift/ $look/schriften/fonts.txt
	'$R' setzen -q -o x.pdf content/musterstadt/konzept 2>&1 | grep -q 'Hausschrift.*SCHRIFT'"
echo 'schrift;Hausschrift;dick;aufrecht;Haus-Regular.ttf' >$look/schriften/fonts.txt
check "a line nobody understands, too, in its own file" says "$look/schriften/fonts.txt:1:" \
	"$R" setzen -q -o x.pdf content/musterstadt/konzept
