# Every pattern alike: three papers of a year from two offices, one of the next year; one by hand, which is counted on
# from; a wrong form, told with both forms by aufnehmen and pruefen; a supplement, printed and found by its number.
take() {
	paper "$1" "$2" bauen "$3"
	rs aufnehmen -q "content/heide/papiere/vorlage-$1.xml"
}
# pattern PATTERN PARTS COUNTED GIVEN HAND NEXT WRONG FORM SUPPLEMENT: HAND is taken, NEXT given after it, WRONG told to
# have the form FORM; SUPPLEMENT is what the first supplement to HAND is called
pattern() {
	check "$1: given" equal "$(numbers "$1" "$2" "$3" 2>&1)" "$4"
	paper early 2025-06-05 bauen "nummer=\"$5\" ergaenzung=\"1\""
	check "$1: a supplement to nothing" says '[ERGAENZT]' rs pruefen content/heide/papiere/vorlage-early.xml
	check "$1: by hand" status 0 take hand 2025-06-01 "nummer=\"$5\""
	check "$1: and the next" status 0 take next 2025-06-02 ''
	check "$1: goes on" equal "$(number_of next)" "$6"
	check "$1: twice" says "gehört schon dem Papier „hand“" take twice 2025-06-03 "nummer=\"$5\""
	check "$1: the wrong form" says "„$7“ hat die Form $8, erwartet wird $1" take wrong 2025-06-04 "nummer=\"$7\""
	check "$1: as pruefen says" says "„$7“ hat die Form $8, erwartet wird $1" \
		"$R" pruefen content/heide/papiere/vorlage-wrong.xml
	check "$1: a supplement" status 0 take more 2025-06-05 "nummer=\"$5\" ergaenzung=\"1\""
	check "$1: to something" absent ERGAENZT "$WORK/stderr"
	check "$1: is found" says vorlage-more.xml rs register zeige "$9" --json
	check "$1: is printed" says "${9##* }" "$R" setzen -q --dump=vorlesen content/heide/papiere/vorlage-more.xml
	check "$1: sound" status 0 rs register pruefen
}
pattern '####/##/#' 'zaehler jahr fassung' '' '0001/25/0 | 0002/25/0 | 0003/25/0 | 0001/26/0' \
	5936/25/0 5937/25/0 5936/2025/0 '####/####/#' 5936/25/1
pattern '#####-JJ' '' '' '00001-25 | 00002-25 | 00003-25 | 00001-26' \
	11948-25 11949-25 1948-25 '####-##' '11948-25 1. Ergänzung'
pattern 'FB ##/####/WP##' 'amt zaehler wahlperiode' '' \
	'FB 61/0001/WP17 | FB 50/0002/WP17 | FB 61/0003/WP17 | FB 61/0001/WP18' \
	'FB 61/0176/WP17' 'FB 61/0177/WP17' 'FB 61/0176/17' 'FB ##/####/##' 'FB 61/0176/WP17 1. Ergänzung'
pattern 'A ##/###/JJJJ' 'amt zaehler' 'jahr amt' 'A 61/001/2025 | A 50/001/2025 | A 61/002/2025 | A 61/001/2026' \
	'A 61/081/2025' 'A 61/082/2025' 'A 10/81/2025' 'A ##/##/####' 'A 61/081/2025 1. Ergänzung'
pattern '####/JJJJ' '' '' '0001/2025 | 0002/2025 | 0003/2025 | 0001/2026' \
	1213/2025 1214/2025 2025/1213 '####/####' '1213/2025 1. Ergänzung'
pattern '##/####' 'wahlperiode zaehler' '' '17/0001 | 17/0002 | 17/0003 | 18/0001' \
	17/1363 17/1364 17-1363 '##-####' '17/1363 1. Ergänzung'
# and others
pattern 'V/##/JJ' '' '' 'V/01/25 | V/02/25 | V/03/25 | V/01/26' \
	V/17/25 V/18/25 V/017/25 'V/###/##' 'V/17/25 1. Ergänzung'
pattern 'JJJJ-###' '' '' '2025-001 | 2025-002 | 2025-003 | 2026-001' \
	2025-120 2025-121 25-120 '##-###' '2025-120 1. Ergänzung'
pattern 'DS ###-JJ.WP' '' '' 'DS 001-25.WP | DS 002-25.WP | DS 003-25.WP | DS 001-26.WP' \
	'DS 044-25.WP' 'DS 045-25.WP' 'DS 044-25' 'DS ###-##' 'DS 044-25.WP 1. Ergänzung'
pattern 'DS ###-JJ.WP##' 'zaehler wahlperiode' '' \
	'DS 001-25.WP17 | DS 002-25.WP17 | DS 003-25.WP17 | DS 001-26.WP18' \
	'DS 044-25.WP17' 'DS 045-25.WP17' 'DS 44-25.WP17' 'DS ##-##.WP##' 'DS 044-25.WP17 1. Ergänzung'
pattern 'JJ-##-###' 'amt zaehler' nie '25-61-001 | 25-50-002 | 25-61-003 | 26-61-004' \
	25-61-070 25-61-071 2025-61-070 '####-##-###' '25-61-070 1. Ergänzung'
pattern '#+ (JJ)' '' '' '1 (25) | 2 (25) | 3 (25) | 1 (26)' '17 (25)' '18 (25)' '17/25' '##/##' '17 (25) 1. Ergänzung'
pattern 'XX/###.##' 'zaehler fassung' nie 'XX/001.00 | XX/002.00 | XX/003.00 | XX/004.00' \
	XX/370.00 XX/371.00 XX/370 'XX/###' XX/370.01
pattern '@/####-JJJJ' 'wahlperiode zaehler' jahr '17/0001-2025 | 17/0002-2025 | 17/0003-2025 | 18/0001-2026' \
	17/0123-2025 17/0124-2025 17/123-2025 '##/###-####' '17/0123-2025 1. Ergänzung'
directory '' && sed -i 's/nummer="17"/nummer="14-25"/; s/nummer="18"/nummer="25-30"/
	s/id="rat"/& kurz="RAT"/' content/heide/verzeichnis.xml
pattern '@ / V ####' 'wahlperiode zaehler' wahlperiode \
	'14-25 / V 0001 | 14-25 / V 0002 | 14-25 / V 0003 | 25-30 / V 0001' \
	'14-25 / V 0123' '14-25 / V 0124' '14-25 / V 123' '##-## / V ###' '14-25 / V 0123 1. Ergänzung'
pattern '@-####-JJ' 'gremium zaehler' jahr 'RAT-0001-25 | RAT-0002-25 | RAT-0003-25 | RAT-0001-26' \
	RAT-0123-25 RAT-0124-25 RAT-123-25 'RAT-###-##' 'RAT-0123-25 1. Ergänzung'
directory ''
pattern 'JJJJ/@/####-##' 'amt zaehler fassung' jahr \
	'2025/61/0001-00 | 2025/50/0002-00 | 2025/61/0003-00 | 2026/61/0001-00' \
	2025/61/0456-00 2025/61/0457-00 2025/61/456-00 '####/##/###-##' 2025/61/0456-01
