# The chain of make demo: one amount changes, and what follows from it.
check "the chain" bash -c "'$TOP/tests/jahr-kette.sh' '$O' >chain.txt 2>&1"
awk -v O="$O/jahr/" '/^==/ {if (n != "") print n; print; n = 0} index($0, O) == 1 {n++} END {print n}' chain.txt >is
check "so many outputs" equal "$(cat is)" "== alles neu" 7 "== ohne Änderung" 0 \
	"== ein Betrag: 7.500 statt 6.000 Euro im Jahr für Fortbildungen (m-kompetenz)" 5 "== ohne Änderung" 0
check "the register follows" test "$(grep -c ' 7500,00 Euro' chain.txt)" -eq 2
