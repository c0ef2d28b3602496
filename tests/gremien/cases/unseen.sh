# What an Anlage of others holds and nobody sees is told, each kind of it, and only that; what is to be seen, or belongs
# to machinery, is not told.
mkdir rest && cd rest || return
python3 "$TOP/tests/gremien/rest.py" "$TOP/tests/golden/bilder/rgb.jpg" >../wanted
while IFS=$'\t' read -r name what; do
	got=$("$R" anlage "$name.pdf" | sed -nE 's/^  Enthält  //p; s/^  Verdeckt (.*), auf Seite 1$/\1/p')
	check "$name: ${what/#-/nothing}" equal "${got:--}" "$what"
done <../wanted
cd .. || return
check "forty kinds" test "$(wc -l <wanted)" -ge 40
mkdir -p content/beckum/rest
cp rest/schwarz.pdf rest/fassung.pdf content/beckum/rest
sed 's|</vorlage>|<anlagen><anlage datei="schwarz.pdf" titel="A"/><anlage datei="fassung.pdf" titel="B"/></anlagen>&|' \
	$PAPER >content/beckum/rest/vorlage.xml
check "told of the paper" says "(„A“, schwarz.pdf) enthält auf Seite 1 Text, den niemand sieht" \
	"$R" pruefen content/beckum/rest/vorlage.xml
check "and of the other" says "(„B“, fassung.pdf) geht hinaus, wie sie ist, und enthält, was keine Seite zeigt: eine" \
	"$R" pruefen content/beckum/rest/vorlage.xml
