# What is removed after something was taken back is what holds it: not an export made since, not the rest of one that
# was made before.
D=content/beckum/sitzungen/2023-05-31
rs() { "$R" "$@" --register r.db; }
at() { export SOURCE_DATE_EPOCH=$(date -u -d "2023-05-15 $1" +%s); }
at 10:00
check "taken in" status 0 rs aufnehmen -q content/beckum/verzeichnis.xml $D/*.xml
check "released" status 0 rs freigeben -q $D/vorlage-*.xml
check "issued" status 0 rs ausgeben -q -o aus $D/vorlage-*.xml
check "announced" status 0 rs tagesordnung -q --bekanntgeben -o sitz $D/sitzung.xml
check "handed over as a folder" status 0 rs abgeben -q --sitzung $D/sitzung.xml -o paket
check "exported" status 0 rs oparl exportieren -q -o before
check "and once more" status 0 rs oparl exportieren -q -o after
at 10:05
check "taken back" status 1 rs zurueckziehen -q 2023/0125 --grund "falscher Betrag"
at 10:10
check "exported anew" status 0 rs oparl exportieren -q -o after
cp -r after whole
at 10:15
check "removed" status 0 rs zurueckziehen -q 2023/0125 --grund "falscher Betrag" --entfernen
check "what was made since is whole" diff -r whole after
check "of the other what everybody may read stays" test -s before/system.json -a -s before/body/beckum.json
others() { find "$1/file" -name '*-0123-*.pdf' | wc -l; }
check "other papers, too" equal "$(others before)" "$(others whole)"
check "the paper is gone" test -z "$(find before aus -name '*0125*')"
check "nor does the list of files name it" absent '0125' before/pruefsummen.sha256
check "the list is of what lies there" sh -c 'cd before && sha256sum --quiet -c pruefsummen.sha256'
at 10:20
check "another one" status 0 rs zurueckziehen -q 2023/0123 --grund x --entfernen
check "by the shorter list" test -z "$(find before after -name '*0123*')"
check "exported again" status 0 rs oparl exportieren -q -o before
check "and it is whole again" test -s before/system.json -a -s before/pruefsummen.sha256
