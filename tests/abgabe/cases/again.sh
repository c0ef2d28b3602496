# The same package each time: later, elsewhere, after a crash; nothing half when there is no room.
check "later, elsewhere" status 0 env SOURCE_DATE_EPOCH=1684300000 TZ=Asia/Tokyo LC_ALL=C \
	"$R" abgeben --register r.db --sitzung $MAY -o again.zip
check "the same bytes" cmp abgabe.zip again.zip
check "no new row" test "$(open_ones)" -eq 5
cp issued.db cut.db
check "cut off before its row: once more" status 0 "$R" abgeben -q --register cut.db --sitzung $MAY -o again.zip
check "cut off before its row: the same bytes" cmp abgabe.zip again.zip
cp issued.db killed.db
for t in 0.005 0.01 0.015 0.02 0.03; do
	(timeout -s KILL $t "$R" abgeben -q --register killed.db --sitzung $MAY -o killed.zip; true) >said 2>&1
	if ! [ -e killed.zip ] || cmp -s killed.zip abgabe.zip; then pass; else fail "half a package after $t s"; fi
done
check "killed: the register is sound" status 0 "$R" register pruefen --register killed.db
check "killed: and it works" status 0 "$R" abgeben -q --register killed.db --sitzung $MAY -o killed.zip
check "killed: the same package" cmp killed.zip abgabe.zip
cp issued.db full.db
full() { (ulimit -f 8; "$R" abgeben -q --register full.db --sitzung $MAY -o full.zip); }
check "no room" status 3 full
check "no room: no package, nothing left" bash -c "! ls -A | grep '^[.]*full[.]zip'"
check "no room: no row" says "Die Liste ist leer" "$R" register liste --breit --offen --register full.db
