# After the announcement the package holds notice and Mappe; the message for the document management.
check "announced" status 0 rs tagesordnung -q --bekanntgeben -o sitzung $SESSION
# calendar and package take no place of what others wrote
echo Termine >sitzung/sitzung.ics
check "not over another calendar" status 3 rs tagesordnung -q --bekanntgeben -o sitzung $SESSION
check "told" grep -q "sitzung.ics: .*FREMDEDATEI" stderr
check "if one says so" status 0 rs tagesordnung -q --bekanntgeben --ersetzen -o sitzung $SESSION
cp "$TOP/tests/abgabe/setup.sh" foreign.zip
check "nor over another archive" status 3 rs abgeben -q --sitzung $MAY -o foreign.zip
check "it is still there" cmp "$TOP/tests/abgabe/setup.sh" foreign.zip
for again in 1 2; do
	check "over ours, $again" status 0 rs abgeben -q --sitzung $MAY --xdomea --ersetzen -o foreign.zip
done
check "handed over" status 0 rs abgeben -q --sitzung $MAY -o folder
notice=bekanntmachung-integrationsrat-2023-05-31
check "notice and Mappe" holds folder 'm["fehlt"] == [] and
	[x["art"] for x in m["dokumente"]][:2] == ["bekanntmachung", "mappe"] and len(t) == 5'
check "the notice is the one that was announced" cmp folder/$notice.pdf sitzung/bekanntmachung.pdf
check "its HTML has the agenda" grep -q "Regelmäßiger Austausch" folder/$notice.html
check "nothing for the administration in the public package" test -z "$(ls folder | grep intern)"
check "that is in the second" test -e folder-nichtoeffentlich/tagesordnung-intern-integrationsrat-2023-05-31.pdf

# records
check "xdomea" status 0 rs abgeben -q --xdomea --sitzung $MAY -o akte.zip
for part in akte-xdomea akte-nichtoeffentlich-xdomea; do
	unpack $part.zip $part
	message=$(ls $part/*_Information.Information.0101.xml)
	check "$part: by our part of the schema" xmllint --noout --schema "$TOP/tests/abgabe/xdomea-teil.xsd" "$message"
	[ -z "${XDOMEA_XSD:-}" ] ||
		check "$part: by the standard's schema" xmllint --noout --schema "$XDOMEA_XSD" "$message"
	check "$part: each file it names lies with it, no other" diff <(ls $part | grep -v 0101.xml | sort) \
		<(grep -o '<xdomea:Dateiname>[^<]*' "$message" | cut -d'>' -f2 | sort)
done
[ -n "${XDOMEA_XSD:-}" ] ||
	skip "xdomea by the schema of the standard: not found in package archives, XDOMEA_XSD is not set"
message=$(ls akte-xdomea/*0101.xml)
check "the way of a paper" grep -q '<beratung gremium="Integrationsrat" datum="2023-05-31" rolle="Entscheidung" '\
'massgeblich="ja"/>' "$message"
check "xdomea again, later" status 0 env SOURCE_DATE_EPOCH=1684500000 \
	"$R" abgeben -q --xdomea --register r.db --sitzung $MAY -o later.zip
check "the same bytes" cmp later-xdomea.zip akte-xdomea.zip
sed -i 's/Zeichen der Integration/Zeichen der Eintracht/' $PAPER
for do in aufnehmen freigeben "ausgeben -o ausgabe"; do
	# shellcheck disable=SC2086
	check "corrected: $do" status 0 rs $do -q $PAPER
done
check "xdomea, corrected" status 0 rs abgeben -q --xdomea --sitzung $MAY -o new.zip
unpack new-xdomea.zip new-xdomea
check "it is the second version" grep -q '<xdomea:Nummer>2<' new-xdomea/*0101.xml
sed -i 's|<vorsitz amt="[^"]*"/>||' $SESSION
check "changed since it was announced: not handed over" says "ABGABEALT" rs abgeben --sitzung $SESSION -o x.zip
