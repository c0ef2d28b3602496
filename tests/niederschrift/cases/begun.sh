# Minutes begin from what was announced, and are a draft that can be set.
check "a session that was not announced" says "[NIEDERSCHRIFTOHNE]" \
	"$R" niederschrift --register taken.db $DAY/sitzung.xml
check "begun" status 0 rs niederschrift -q $DAY/sitzung.xml
check "beside the session" test -e $N
check "each announced item, with its number" equal "$(grep -o '<top id="[^"]*" nummer="[^"]*"' $N | cut -d'"' -f2,4)" \
	'fragen"Ö 1' 'spielplatz"Ö 2' 'baum"Ö 3' 'bericht"Ö 4' 'anfragen"Ö 5' 'grundstueck"N 1' 'intern"N 2'
check "the proposal, word for word" grep -qF 'mit einer Rutsche.</beschluss>' $N
check "members of that day" equal "$(grep -c '<teilnahme person' $N)" 9
check "nobody who left before" absent p-weide $N
cp $N begun.xml
check "it is never written over" status 3 rs niederschrift -q $DAY/sitzung.xml
check "as it was" cmp begun.xml $N
check "what is open is told" says "[TOPERGEBNIS]" rs pruefen $N
check "a draft is set" status 0 rs niederschrift -q -o entwurf $N
check "and says so" bash -c "pdftotext entwurf/niederschrift.pdf - | grep -q Entwurf"
rs register liste ausgegeben >ledger
check "nothing of it is in the register" absent niederschrift ledger
check "elsewhere" status 0 rs niederschrift -q -o anders.xml $DAY/sitzung.xml
check "the same bytes" cmp anders.xml begun.xml
sed -i 's/beginn="18:00"/beginn="18:00" abgesagt="ja" grund="Sturm"/' $DAY/sitzung.xml
check "none of a cancelled session" says "abgesagt" rs niederschrift -o neu.xml $DAY/sitzung.xml

# resolutions keep their ids, so that a vote can be on one of them; what two papers call alike is told apart
sed -i 's/ abgesagt="ja" grund="Sturm"//' $DAY/sitzung.xml
sed -i 's/id="b-baum"/id="b-platz"/' $DAY/vorlage-baum.xml
check "with ids" status 0 rs niederschrift -q -o ids.xml $DAY/sitzung.xml
check "as in the papers" equal "$(grep -o '<beschluss id="[^"]*"' ids.xml | cut -d'"' -f2)" \
	b-platz b-kosten baum-b-platz b-verkauf
# whatever papers call theirs: like an item, also one that comes later, like what another one became, in a list
sed -i 's/id="b-platz"/id="bericht"/' $DAY/vorlage-spielplatz.xml
sed -i "s|<beschluss id=\"b-platz\">|<beschluss><liste><punkt id='anfragen'>Eins.</punkt><punkt id=\"b-kosten\">Wie \
<verweis ziel=\"anfragen\"/>.</punkt></liste></beschluss><beschluss id = \"spielplatz-bericht\">|" $DAY/vorlage-baum.xml
check "odd ids" status 0 rs niederschrift -q -o odd.xml $DAY/sitzung.xml
check "none twice" equal "$(grep -o "id *= *[\"'][^\"']*" odd.xml | sed "s/.*[\"']//" | sort | uniq -d)" ''
check "a reference goes with its id" grep -q "id='baum-anfragen'.*id=\"baum-b-kosten\".*ziel=\"baum-anfragen\"" odd.xml
check "what is open is told, too" says "[TOPERGEBNIS]" rs pruefen odd.xml
cat "$WORK"/std{out,err} >told
check "and no id" absent '\[ID\]\|\[VERWEIS\]\|\[SCHEMA\]' told
