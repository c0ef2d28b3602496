# A .docx or .odt of ours comes back: by the source that lies in it, with what was written into it since.
export RATSSATZ_GESTALTUNG=$TOP/templates
mkdir content && cp -r "$TOP/content/hohenfeld" "$TOP/content/dreistrom" content/
session=content/hohenfeld/sitzungen/2026-03-19
paper=$session/vorlage-radweg.xml
minutes=$session/niederschrift.xml
# beside FILE CHANGED: the document is the same but for its first lines, or for what differs
beside() { diff <(grep -v '^<?xml' "$1") <(grep -v '^<?xml' "$2") >differs; }
for f in docx odt; do
	check "a paper as $f" status 0 "$R" setzen -q --format $f -o v.$f $paper
	check "minutes as $f" status 0 "$R" setzen -q --format $f -o n.$f $minutes
	check "$f is taken over by its source" says 'seine Quelle lag bei, 1 Dateien sind entnommen, nichts ist ge' \
		"$R" uebernehmen -o v-$f v.$f
	check "$f: the paper is the same" beside $paper v-$f/vorlage-radweg.xml
	check "$f: the account" says_all v-$f/uebernahme.json '"ort":.*"hohenfeld"' '"nicht-zugeordnet":.*0'
	check "$f: minutes" status 0 "$R" uebernehmen -q -o n-$f n.$f
	beside $minutes n-$f/niederschrift.xml
	check "$f: what is said besides is not for the public" test "$(grep -c '^>' differs)" = 4
	check "$f: votes, questions, tasks, who could not vote are what they were" equal \
		"$(grep -c '<stimme\|<befangen\|<antrag\|<frage\|<unterbrechung\|<einwand' $minutes)" \
		"$(grep -c '<stimme\|<befangen\|<antrag\|<frage\|<unterbrechung\|<einwand' n-$f/niederschrift.xml)"
done
check "an edited copy of a figure or a chart comes along" status 0 \
	"$R" setzen -q --format docx -o b.docx "$TOP/content/beckum/bericht-integrationsmanagement-2023"
check "with its data" status 0 "$R" uebernehmen -q -o b b.docx
check "every file of it" diff <(cd "$TOP/content/beckum/bericht-integrationsmanagement-2023" && ls *.xml) \
	<(cd b && ls *.xml)
check "wanted as something else, it is read as any other" status 0 "$R" uebernehmen -q --art bericht -o als v.docx
check "as that" test -e als/bericht.xml

# edit NAME PATTERN NEW: v.docx with that in its document.xml, untracked
edit() {
	python3 - "$@" <<-'X'
		import re, sys, zipfile
		name, old, new = sys.argv[1:]
		a, b = zipfile.ZipFile('v.docx'), zipfile.ZipFile(name, 'w')
		for n in a.namelist():
		    x = a.read(n)
		    if n == 'word/document.xml':
		        x, k = re.subn(old, new, x.decode(), count=1)
		        assert k == 1, old
		        x = x.encode()
		    b.writestr(n, x)
		b.close()
	X
}
# back NAME: what differs from the paper goes to the file differs
back() { status 0 "$R" uebernehmen -o back-"$1" "$1".docx && ! beside $paper back-"$1"/vorlage-radweg.xml; }
edit words.docx 'im Herbst über' 'im Winter über'
check "words were changed" back words
check "they are changed, no other byte" equal "$(grep '^>' differs)" \
	'>     <beschluss id="bericht">Die Verwaltung berichtet im Winter über den Stand der Arbeiten.</beschluss>'
edit amount.docx '>120\.000<' '>125.000<'
check "an amount was changed" back amount
check "it is the attribute's, the sum is worked out" says_all differs '^> .*name="Bau" ansatz="125000" fort'
check "that line alone" test "$(grep -c '^>' differs)" = 1
edit day.docx '>20\.02\.2026<' '>21.02.2026<'
check "a day of the paper was changed" back day
check "it is the paper's" says_all differs '^> <vorlage .*datum="2026-02-21"'
edit new.docx '(Die Verwaltung berichtet im Herbst.*?</w:p>)' '\1<w:p><w:r><w:t>Ganz neu hier.</w:t></w:r></w:p>'
check "a paragraph was added" back new
check "it is one of its kind" says_all differs '^>     <beschluss>Ganz neu hier.</beschluss>$'
edit first.docx '<w:body>' '<w:body><w:p><w:r><w:t>Vor allem anderen.</w:t></w:r></w:p>'
check "a paragraph was added in front of all" back first
check "it is kept, too" says_all differs 'Nicht eingetragen: neuer Absatz „Vor allem anderen.“'
python3 - <<'X'
import re, zipfile
a, b = zipfile.ZipFile('v.docx'), zipfile.ZipFile('all.docx', 'w')
for n in a.namelist():
    x = a.read(n)
    if n == 'word/document.xml':
        x = re.sub(r'(<w:t[^>]*>)[^<]+', r'\1Lauter andere Wörter', x.decode()).encode()
    b.writestr(n, x)
b.close()
X
check "another text in the same file" says 'deshalb ist es gelesen wie ein fremdes' \
	"$R" uebernehmen -o back-all all.docx
check "its words count" says_all back-all/uebernahme.json '"herein":'
check "not those of the source" absent 'Kinder fahren' back-all/*.xml

# Who sends remarks with a paper? Nobody: they do not lie in the file either.
remark='<vermerk name="A"><absatz>GEHEIMVERMERK</absatz></vermerk>'
sed -i "s|<absatz>Die Mittel stehen|<absatz>${remark}Die Mittel stehen|" $paper
sed -i 's| oeffentlich="ja"| oeffentlich="nein"|;s|</untertitel>|&<neutral>Ein Weg</neutral>|' $paper
check "a paper that is not public, with a remark" status 0 "$R" setzen -q --format docx -o v.docx $paper
check "no remark in the file" absent GEHEIMVERMERK <(unzip -p v.docx)
changed_alt() { cp b.docx v.docx && edit alt.docx 'descr="[^"]*"' 'descr="Ein anderes Wappen"'; }
check "what a picture says was changed" changed_alt
check "it is taken over" status 0 "$R" uebernehmen -q -o back-alt alt.docx
check "no word of it is lost" says_all <(cat back-alt/*.xml) 'Ein anderes Wappen'
