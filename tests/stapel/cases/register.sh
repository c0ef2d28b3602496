# Taken in, released and issued by several processes: the register and the files are the same.
run() {
	local n=$1 with=(--kerne "$1" --register content/r.db)
	cp -r content kept
	mkdir out
	for what in "aufnehmen content/beckum/verzeichnis.xml" freigeben "ausgeben -o out"; do
		# shellcheck disable=SC2086
		"$R" $what "${with[@]}" content/beckum/sitzungen/*/*.xml content/beckum/*/konzept.xml >>"said.$n" 2>&1
		echo "exit $?" >>"said.$n"
	done
	dump content/r.db >"dump.$n"
	mv out "out.$n"
	rm -rf content
	mv kept content
}
sed -i 's/ nummer="[^"]*"//' content/beckum/sitzungen/2023-05-31/vorlage-netzwerk-integration.xml
run 1
run 3
alike "register"
check "the registers are the same" diff dump.1 dump.3
check "something was issued" test "$(find out.3 -name '*.pdf' | wc -l)" -gt 5
