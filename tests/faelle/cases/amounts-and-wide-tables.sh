# Numbers are never divided, income is an amount with a minus, a picture higher than the page is told.
mkdir -p content/feldstadt templates/feldstadt
[ -d "$FAELLE" ] || { skip "amounts: ../shared/faelle is absent"; return; }
cp -r "$FAELLE/content/feldstadt/." content/feldstadt/
cp -r "$FAELLE/templates/feldstadt/." templates/feldstadt/
check "a number too wide for its column is an error" status 1 "$R" setzen -o x.pdf content/feldstadt/t06b-12-spalten
check "and told" says "Eine Zahl ist breiter als ihre Zeile" "$R" setzen -o x.pdf content/feldstadt/t06b-12-spalten
check "with what helps" grep -q 'bitte quer="ja" an der Tabelle, weniger Spalten' "$WORK"/stderr
check "nothing is written" test ! -e x.pdf
sed -i 's/<tabelle id="t"/& quer="ja"/' content/feldstadt/t06b-12-spalten/konzept.xml
check "and it does help" status 0 "$R" setzen -q -o x.pdf content/feldstadt/t06b-12-spalten
check "a negative amount is set" status 0 "$R" setzen -q -o y.pdf content/feldstadt/t10b-negativ
check "with its minus" says "−5.000" "$R" setzen --dump=vorlesen content/feldstadt/t10b-negativ
check "a high picture is told" says "wird statt 100 mm nur 21 mm breit" \
	"$R" setzen -o z.pdf content/feldstadt/t08-bild-hoch
