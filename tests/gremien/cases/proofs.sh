# nachweis: is this file the one that was issued?
check "unchanged" status 0 rs nachweis $ISSUED
check "in 80 columns" python3 -c '
import subprocess, sys
for line in subprocess.run(sys.argv[1:], capture_output=True, text=True).stdout.splitlines()[1:]:
    assert len(line) <= 80, line
' "$R" nachweis --register r.db $ISSUED
check "it names the paper" says "baumpflanzung" rs nachweis $ISSUED
{ cat $ISSUED; echo '%'; } >changed.pdf
check "changed" status 1 rs nachweis changed.pdf
check "changed, its source is known" says "die beiliegende Quelle ist die ausgegebene" rs nachweis changed.pdf
sed 's/id="baumpflanzung"/id="fremd"/' $PAPER >foreign.xml
"$R" setzen -q --inhalt content -o foreign.pdf foreign.xml 2>stderr
check "foreign" status 1 rs nachweis foreign.pdf
check "foreign: it says so" says "unbekannt" rs nachweis foreign.pdf
sed 's/Zeichen der Integration/Zeichen von Integration/' $PAPER >forged.xml
"$R" setzen -q --inhalt content -o forged.pdf forged.xml 2>stderr
check "a forged source" says "weder die Datei noch ihre beiliegende Quelle" rs nachweis forged.pdf
printf '%%PDF-1.7\n/Type /EmbeddedFile/Length 99999999999/Size 99999999999>>\nstream\nx' >broken.pdf
check "a broken PDF" status 1 rs nachweis broken.pdf
check "as JSON" bash -c "'$R' nachweis --json --register r.db $ISSUED | python3 -c '
import json, sys
r = json.load(sys.stdin)
assert r[\"urteil\"] == \"unveraendert\" and r[\"id\"] == \"baumpflanzung\"'"
check "a file that is not there" status 3 rs nachweis gibt-es-nicht.pdf
