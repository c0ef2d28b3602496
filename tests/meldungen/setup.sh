. "$TOP/tests/clerk.sh"
export RATSSATZ_INHALT=content
PROGRAM=("$R")
# say ARGUMENT…: one call; what it says on standard error (its first six lines, but for what the content of the towns
# has to do with, not the case) and its exit status are kept in "said"
say() {
	local got
	"${PROGRAM[@]}" "$@" >stdout 2>stderr </dev/null
	got=$?
	{
		echo "> $*"
		grep -vE ': Abweichung: |\[(REGISTERFEHLT|FRISTOFFEN)\]$' stderr | head -n 6
		[ $got -eq 0 ] || echo "= $got"
	} >>said
}
# sqlite FILE STATEMENTS
sqlite() {
	python3 -c 'import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.executescript(sys.argv[2]); c.close()' "$@"
}
# heard: the last line of each case: what was said is what is expected
heard() {
	sed -i "s|$WORK|WORK|g; s|$R|ratssatz|g; s|$O|OUT|g; s|$TOP|TOP|g; s/Port [1-9][0-9]*/Port N/; s/\x01/?/g" said
	sed -i "s/\(auf Stand\|Stände bis\) [0-9]*/\1 N/; s/ereignis: [0-9]* gegen/ereignis: N gegen/" said
	recording "$TOP/tests/meldungen/cases/$name.err" said && return
	check "$name" diff "$TOP/tests/meldungen/cases/$name.err" said
}
