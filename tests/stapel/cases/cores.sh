# Messages, exit status and bytes are those of one process, in the order of the call.
papers=(content/beckum/sitzungen/2023-05-31/*.xml)
docs=("${papers[@]}" content/beckum/integrationskonzept-2012 content/borken/zusammenleben-2016
	content/beckum/praesentation-2024-02-22)
sed -i 's/<titel>/<tietel>/' content/beckum/sitzungen/2023-05-31/vorlage-baumpflanzung.xml
each() {
	said_by 1 "$@"
	said_by 3 "$@"
	alike "$*"
}
each setzen -o out "${docs[@]}"
check "a faulty one costs itself alone" equal "$(find out.3 -name '*.pdf' | wc -l)" $((${#docs[@]} - 1))
check "it was told" grep -q 'baumpflanzung.xml:.*Fehler' said.3
each setzen --format html -o out "${docs[@]}"
each setzen --dump=vorlesen "${docs[@]}"
each setzen -o out "${papers[@]}" "${papers[0]}"
check "the second that would write the same file is told" grep -q ZIELDOPPELT said.3
each setzen --deps -o out "${papers[@]}"
check "what they depend on" test -e out.3/.d/beckum-sitzungen-2023-05-31.pdf.d
each pruefen --meldungen json "${docs[@]}"
each pruefen --streng "${papers[@]}"
check "that there is no register is told once" equal "$(grep -c REGISTERFEHLT said.3)" 1
each setzen -o out --register gibtsnicht.db "${docs[@]}"

# an output that is one of the sources of a document before it
mkdir out
ln -s "$PWD/${papers[0]}" out/beckum-sitzungen-2023-05-31-vorlage-fest-der-kulturen.pdf
cp -a out again
said_by 1 setzen -o out "${papers[@]}"
mv again out
said_by 3 setzen -o out "${papers[@]}"
check "a source is spared" diff said.1 said.3
check "that is told" grep -q 'käme an die Stelle' said.3
check "the source is as it was" diff -r "$TOP/content/beckum/verzeichnis.xml" content/beckum/verzeichnis.xml
check "no temporary file stays" equal "$(find . -name '*.tmp' -o -name '.*neu-*')" ""
for n in 0 -1 drei 100000; do check "--kerne $n" status 2 "$R" setzen --kerne "$n" "${papers[0]}"; done
# how large a document may be is a setting
cp "${papers[3]}" gross.xml
head -c 2000000 /dev/zero | tr '\0' ' ' >>gross.xml
check "more than --grenze" status 1 "$R" pruefen -q --grenze 1 gross.xml
check "is told" grep -q 'größer als 1 MiB.*\[GRENZE\]' "$WORK/stderr"
check "less than --grenze" status 0 "$R" pruefen -q --grenze 2 gross.xml
check "--grenze nichts" status 2 "$R" pruefen --grenze nichts gross.xml
# many pairs of editions
E2=content/beckum/integrationskonzept-
each vergleiche -o out ${E2}2012 ${E2}2018 ${E2}2018 ${E2}2019
check "a Synopse each" equal "$(ls out.3)" beckum-integrationskonzept-2018-synopse.pdf \
	beckum-integrationskonzept-2019-synopse.pdf
"$R" vergleiche -q -o one.pdf ${E2}2018 ${E2}2019
check "as alone" cmp one.pdf out.3/beckum-integrationskonzept-2019-synopse.pdf
check "one is missing" status 2 "$R" vergleiche -o out ${E2}2018 ${E2}2019 ${E2}2018
