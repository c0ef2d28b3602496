# What the program says of itself, and that the handbook says the same.
check "referenz bash" status 0 "$R" referenz bash
check "bash reads it" bash -n stdout
# completed WORD…: what bash offers in place of the last one
completed() {
	COMP_WORDS=(ratssatz "$@") COMP_CWORD=$# COMPREPLY=()
	_ratssatz
	echo "${COMPREPLY[*]}"
}
# shellcheck disable=SC1090
. <("$R" referenz bash)
check "a value" equal "$(completed setzen --meldungen "")" "text json sarif"
check "one name, what its command says" equal "$(completed vergleiche --format "")" "text json html pdf"
check "an errand" equal "$(completed stapel l)" lauf
check "referenz man" status 0 "$R" referenz man
check "the man page has its parts" grep -q '^.SH "*R' stdout
for part in elemente meldungen befehle woerter regeln rollen stile; do
	"$R" referenz $part >$part.xml
	check "content/handbuch/referenz-$part.xml is up to date: ratssatz referenz $part" \
		cmp $part.xml "$TOP/content/handbuch/referenz-$part.xml"
done
# Codes stand in the order of the alphabet, an option many commands take is explained once, each name has its purpose.
sed -n 's/.*<zwischentitel><code>\([A-Z0-9-]*\)<.*/\1/p' meldungen.xml >codes
check "codes by the alphabet" env LC_ALL=C sort -c codes
check "source holds no mark for source" absent '<quelltext>.*`' meldungen.xml
check "there are codes" test "$(wc -l <codes)" -gt 100
for option in -o --streng --inhalt --gestaltung --register; do
	check "$option once" test "$(grep -c "<punkt><code>$option[ ,<]" befehle.xml)" -eq 1
done
check "each name of a look is explained: src/style/explain.c" absent '<zelle></zelle>' regeln.xml rollen.xml stile.xml
check "the values of an attribute stand beside it" \
	grep -q '<code>haushaltsart</code> (<code>konsumtiv</code> oder <code>investiv</code>)' elemente.xml
# What commands list and explain fits into 80 columns.
cat >wide.py <<'P'
import subprocess, sys
def lines(*args):
    return subprocess.run([sys.argv[1], *args], capture_output=True, text=True).stdout.splitlines()
def look(*args):
    found = lines(*args)
    assert found, args
    for line in found:
        assert len(line) <= 80 and line == line.rstrip(), (args, line)
look('--hilfe')
for line in lines('--hilfe'):
    if line[:2] == '  ' and line[2:3] > ' ':
        look(line.split()[0], '--hilfe')
look('erklaere')
look('erklaere', *(line.split()[0] for line in lines('erklaere') if line[:1] > ' '))
P
check "help and explanations at 80 columns" python3 wide.py "$R"
