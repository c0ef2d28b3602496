# One word for one thing: a "Vorlage" is a paper, how a town's documents look is its "Gestaltung", the town is the
# "Kommune". Examples and what is quoted are a town's own text.
cat >words.py <<'END'
import re, sys
text = re.sub(r'(?s)<quelltext.*?</quelltext>|<code>.*?</code>|„[^“]*“|<!--.*?-->', ' ', open(sys.argv[1]).read())
text = re.sub(r'\balt="[^"]*"|<[^>]*>', ' ', text)
WRONG = (r'\b([Dd](er|ie)|[Ee]iner?|anderen) Stadt\b', r'\b([Ee]ines|[Jj]eder|[Dd]er|[Dd]en) Ort(es)?\b',
	r'[^e] des Ortes\b', r'[Vv]orlage der Kommune', r'mitgelieferten? Vorlage', r'Vorlagen (samt|mit) ',
	r'[Ii]n <[a-z]+> der Vorlage')
for found in re.finditer('|'.join(WRONG), text):
	print(sys.argv[1].split('/')[-1], ' '.join(text[max(0, found.start() - 40):found.end() + 30].split()))
END
for file in "$TOP"/content/handbuch/*.xml; do
	python3 words.py "$file"
done >found
check "one word for the town, Vorlage for the paper alone" test ! -s found
cat found >&2
# Calls written down under the former name of the option and of its variable go on.
cp "$TOP/tests/golden/gemeinsam.xml" .
check "--vorlagen is --gestaltung" status 0 \
	"$R" pruefen -q --inhalt "$TOP/content" --vorlagen="$TOP/templates" gemeinsam.xml
check "an empty folder is told under the new name" status 3 \
	env RATSSATZ_VORLAGEN="$WORK" "$R" pruefen -q --inhalt "$TOP/content" gemeinsam.xml
