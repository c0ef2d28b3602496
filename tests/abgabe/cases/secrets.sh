# Nothing non-public in the public package: the session of tests/leck.sh.
cp -r "$TOP/tests/gremien/inhalt" secret
q=secret/beckum/sitzungen/2023-06-21
papers=($q/vorlage-sommerfest.xml $q/vorlage-geheimwort13.xml)
with=(-q --register secret.db)
check "taken in" status 0 "$R" aufnehmen "${with[@]}" $q/sitzung.xml "${papers[@]}" secret/beckum/verzeichnis.xml
check "released" status 0 "$R" freigeben "${with[@]}" "${papers[@]}"
check "issued" status 0 "$R" ausgeben "${with[@]}" -o secret-out "${papers[@]}"
check "announced" status 0 "$R" tagesordnung "${with[@]}" --bekanntgeben -o secret-session $q/sitzung.xml
check "handed over" status 0 "$R" abgeben "${with[@]}" --xdomea --sitzung $q/sitzung.xml -o leak.zip
check "a second package" test -e leak-nichtoeffentlich.zip
mkdir public internal
unpack leak.zip public/package
unpack leak-xdomea.zip public/record
cp leak.zip leak-xdomea.zip public
unpack leak-nichtoeffentlich.zip internal/package
printf 'OFFENWORT0%d\n' 1 2 3 4 5 6 >public.txt
cat "$TOP/tests/gremien/geheim.txt" public.txt >words.txt
search() { python3 "$TOP/tests/leck.py" suche words.txt "$@"; }
search public >found
check "the search sees what is public" test "$(grep -o 'OFFENWORT..' found | sort -u | wc -l)" -ge 4
check "nothing secret in texts, strings, attachments, bytes and names" bash -c "! grep -v OFFENWORT found"
check "an Anlage of a public paper lies beside it" cmp public/package/anlage-2023-0201-1.pdf $q/lageplan.pdf
check "the non-public ones do not" test "$(ls public/package/anlage-* | wc -l)" -eq 1
check "the manifest names it" grep -q '"Anlage 1: ' public/package/manifest.json
check "xdomea with an Anlage: by our part of the schema" xmllint --noout \
	--schema "$TOP/tests/abgabe/xdomea-teil.xsd" public/record/*_Information.Information.0101.xml
search internal/package/*.json internal/package/*.xml internal/package/*.html internal/package/*.csv >found-internal
check "in the second package it is" test "$(cut -f3 found-internal | grep -c GEHEIMWORT)" -ge 10
check "the public side does not know the paper" bash -c "cd public && ! grep -rq '2023/0202\|2023-0202' record \
	package/manifest.json package/papiere.csv package/quittung.* package/pruefsummen.sha512"
