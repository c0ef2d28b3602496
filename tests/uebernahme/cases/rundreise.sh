# A paper and a Konzept as .docx and back, without the source that lies in it: no word without its place, and lost is
# only what is listed (all documents, by LibreOffice: tests/rundreise-lang.sh).
back=$TOP/tests/uebernahme/libreoffice
paper=content/beckum/sitzungen/2023-05-31/vorlage-fest-der-kulturen.xml
konzept=content/beckum/integrationskonzept-2018
cd "$TOP" || exit 1
over() { "$R" uebernehmen --ort beckum --art "$1" -o "$WORK/$2" "$3"; }
check "LibreOffice wrote it" status 0 over vorlage lo "$back/vorlage.docx"
check "lost is what is listed" diff "$back/vorlage.verlust" <(python3 tests/rundreise.py $paper "$WORK/lo")
for f in docx odt; do
	check "as $f" status 0 "$R" setzen -q --format $f -o "$WORK/k.$f" $konzept
	check "without its source" python3 tests/bare.py "$WORK/k.$f"
	check "nobody wrote into it" says '0 Vorschläge, 0 Vermerke, 0 nicht zugeordnet' \
		"$R" uebernehmen --kommentare "$WORK/k.$f"
	check "and back" status 0 over konzept "k-$f" "$WORK/k.$f"
	python3 tests/rundreise.py $konzept "$WORK/k-$f" >"$WORK/k-$f.verlust"
	check "$f: every word has its place" grep -qx 'ohne-platz 0' "$WORK/k-$f.verlust"
	check "$f: lost is what is listed" diff "$back/konzept.$f.verlust" "$WORK/k-$f.verlust"
done
check "a paper as .docx" status 0 "$R" setzen -q --format docx -o "$WORK/v.docx" \
	content/beckum/sitzungen/2023-05-31/vorlage-austausch.xml
check "without its source" python3 tests/bare.py "$WORK/v.docx"
check "and back" status 0 over vorlage v "$WORK/v.docx"
check "what is proposed, out of its frame" grep -q '<beschluss id="beschluss">Regelmäßig trifft sich' \
	"$WORK"/v/vorlage*.xml
