# Broken and hostile files: a clear message each, in time; what can be read is read.
python3 "$TOP/tests/lesen/boese.py"
while read -r file code; do
	timeout 60 ./fluss "$file" >said 2>&1
	got=$(sed -n 's/.*\[\(EINGANG[A-Z]*\)\]$/\1/p' said)
	check "$file: $code" test "${got:--}" = "$code"
done <erwartet
truncate -s 500M gross.txt
timeout 60 ./fluss gross.txt >said
check "500 MB of text are too big" grep -q 'EINGANGGROSS' said
for file in bombe.docx abgeschnitten.docx xxe.docx verschluesselt.docx; do
	check "uebernehmen refuses $file" status 1 "$R" uebernehmen -q "$file" -o "aus/$file"
	check "and writes nothing" test ! -e "aus/$file"
done
said() { ./fluss "$1" >said; grep -q "$2" said; }
check "a macro is named" said makro.docm "^- Makro: word/vbaProject.bin"
check "what lies outside is named" said pfade.docx "^- Verweis nach außen, nicht abgerufen: file:///C:/vorlage.dotm"
check "a note that points at itself is named" said kreise.docx "^- Fußnote, die auf sich selbst zeigt: 2"
check "notes in notes without end are named" said kette.docx "^- Fußnote in einer Kette von Noten"
check "the text of each is told" said kette.docx "Note2999"
check "a deletion in itself is named" said streichung.odt "^- Streichung, die an zwei Stellen steht: c"
check "what repeats without end is named" said zellen.odt "^- Zellen oder Zeilen, die sich öfter wiederholen"
check "rows that do" said zeilen.ods "^- Zellen oder Zeilen, die sich öfter wiederholen"
check "blocks taken out" said geloescht.docx "change author=\"A\" deleted"
for f in verirrt.*; do
	check "$f: no word is lost" said "$f" '^WORDS 4$'
done
check "Windows-1252" said windows.html "Größe – „so“"
check "UTF-8 that says it is something else" said falsch.html "Größe – „so“"
check "UTF-16" said utf16.html "Größe"
# The child opens nothing and starts nothing.
if command -v strace >/dev/null; then
	strace -f -o trace -e trace=open,openat,socket,connect,execve ./fluss gut.docx >said
	fine='EPERM\|+++\|---'
	case $O in *san) fine=$fine'\|"/proc", .*O_PATH' ;; esac     # its leak checker looks there, confined
	child=$(awk 'NR == 1 {first = $1} $1 != first {print $1; exit}' trace)
	check "a child reads" test -n "$child"
	check "it opens nothing" test -z "$(grep "^$child " trace | grep -v "$fine")"
else
	skip "what the child opens: strace is missing"
fi
