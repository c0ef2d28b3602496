# A note stands on the page of its mark, also in a row that breaks; pages do not stay half empty; headings stay whole.
[ -d "$FAELLE" ] || { skip "notes: ../shared/faelle is absent"; return; }
cp -r "$FAELLE/content/feldstadt" content/
cp -r "$FAELLE/templates/feldstadt" templates/
for c in y02-fn-massnahme y09-fn-massnahme-echt t03b-fussnote-zelle-hoch u04-titel-allein u04b-noten-drittel \
	t04-200-fussnoten; do
	"$R" setzen --dump=tags "content/feldstadt/$c" >tags 2>said
	check "$c: at their mark" "$TOP/tests/noten.py" <tags
	"$R" setzen --dump=pages "content/feldstadt/$c" >pages 2>said
	check "$c: no page half empty" absent 'gefüllt [0-7]\?[0-9] %, [0-9]* Zeilen Kopf' pages
	check "$c: no heading alone" "$TOP/tests/umbruch.py" <pages
done
for c in u08-titel-fuss-22 t07-titel-4-zeilen; do
	"$R" setzen --dump=tags "content/feldstadt/$c" >tags 2>said
	check "$c: headings are whole" absent ' H[0-9] ".* p[0-9]*-[0-9]*$' tags
	"$R" setzen --dump=pages "content/feldstadt/$c" >pages 2>said
	check "$c: none alone" "$TOP/tests/umbruch.py" <pages
done
