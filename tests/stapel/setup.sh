# Contents and templates of the case: a copy below it, and those of the checkout.
export RATSSATZ_GESTALTUNG=$TOP/templates RATSSATZ_INHALT=content
# said_by N COMMAND…: with N processes; both streams and the exit status are in said.N, what it writes to out in out.N
said_by() {
	local n=$1
	shift
	mkdir -p out
	"$R" "$@" --kerne "$n" >stdout 2>stderr
	printf 'exit %s\n' $? | cat - stderr stdout >"said.$n"
	rm -rf "out.$n"
	mv out "out.$n"
}
# alike WHAT: what was said and written by 1 and by 3 is the same
alike() {
	check "$1: the same is said" diff said.1 said.3
	check "$1: the same is written" diff -r out.1 out.3
}
# dump DB: its rows, sorted
dump() {
	python3 - "$1" <<-'X'
		import sqlite3, sys
		print(*sorted(sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True).iterdump()), sep="\n")
	X
}
