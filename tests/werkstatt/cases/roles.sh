# Behind a proxy that signs people in; the leak test over all answers.
paper=content/beckum/sitzungen/2023-05-31/vorlage-austausch.xml
sed -i 's/oeffentlich="ja"/oeffentlich="nein"/; 0,/<titel>/s//<titel>GEHEIMWORT /' $paper
python3 - $paper <<'PART'
import re
import sys

path, ns = sys.argv[1], 'xmlns="urn:ratssatz:1"'
paper = open(path, encoding='utf-8').read()
part = re.search('<erlaeuterungen>.*</erlaeuterungen>', paper, re.S)[0]
include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="teil.xml"/>'
open(path, 'w', encoding='utf-8').write(paper.replace(part, include))
open(path.rsplit('/', 1)[0] + '/teil.xml', 'w', encoding='utf-8').write(
    part.replace('<erlaeuterungen>', '<erlaeuterungen %s>' % ns).replace('Auch dieser', 'GEHEIMWORT dieser'))
PART
check "a part of the paper has a secret" grep -q GEHEIMWORT "${paper%/*}/teil.xml"
secret_item content/beckum/sitzungen/2023-05-31/sitzung.xml
sed -i 's/[Gg][Ee][Hh][Ee][Ii][Mm][Ww][a-zA-Z]*/GEHEIMWORT/g' content/beckum/sitzungen/2023-05-31/sitzung.xml
minutes=content/hohenfeld/sitzungen/2026-03-19/niederschrift.xml
sed -i 's/Ankauf eines/GEHEIMWORT/; s/wird angekauft/GEHEIMWORT/; s/Kaufvertrag schließen/GEHEIMWORT/' $minutes
check "the minutes have secrets" test "$(grep -c GEHEIMWORT $minutes)" -eq 3
check "the session has a secret" grep -q GEHEIMWORT content/beckum/sitzungen/2023-05-31/sitzung.xml
# in a public text: what is for the house alone
chapter=content/beckum/integrationskonzept-2018/02-01-wohnraum.xml
python3 - $chapter <<'HOUSE'
import sys

path, word = sys.argv[1], 'HAUSWORT'
text = open(path, encoding='utf-8').read()
house = '<vermerk><absatz>%s</absatz></vermerk><!-- a > %s -->\n<!-- und\n\nmehr -->\n' % (word, word)
text = text.replace('</titel>', '</titel>' + house, 1)
text = text.replace('laut-kosten="', 'laut-kosten="%s ' % word, 1)
text = text.replace('<ziel>', '<abweichung code="LAUT" grund="%s"/><ziel>' % word, 1)
open(path, 'w', encoding='utf-8').write(text)
HOUSE
check "a public text has secrets" test "$(grep -c HAUSWORT $chapter)" -eq 3
echo GEHEIMWORT >content/beckum/sitzungen/2023-05-31/geheim.csv
cat >rollen <<'ROLES'
# Name  Recht  Ordner
schreiberin schreiben
leser lesen
fremd schreiben borken
niemand nichts
teils lesen beckum
teils schreiben beckum/sitzungen
nachbar schreiben beckum/integrationskonzept-20
rand schreiben beckum
rand nichts beckum/sitzungen
ROLES
desk --anmeldung X-Remote-User --rollen rollen
verdicts python3 "$DESK/roles.py" "$port"
check "no token is printed" absent 'zugang=' desk.log
ends TERM
desk --anmeldung X-Remote-User --proxy 203.0.113.1
code=$(curl -s -o /dev/null -w '%{http_code}' -H 'X-Remote-User: schreiberin' "http://127.0.0.1:$port/api/session")
check "a name from another address is not believed" equal "$code" 401
curl -s -H 'X-Remote-User: schreiberin' "http://127.0.0.1:$port/api/session" | python3 -c \
	'import json, sys; print(json.load(sys.stdin)["text"])' >said
recording "$DESK/roles.err" said || check "what is said" diff "$DESK/roles.err" said
