# Two clerks take in papers at the same time: each paper gets a number of its own, without a gap.
JUNE=$SESSIONS/2023-06-01
mkdir -p $JUNE
for i in $(seq 20); do another_paper "p$i" "$JUNE/vorlage-$i.xml"; done
want=$(printf 'nummer="2023/%04d"\n' $(seq 20))
# ended PID LOG: well, or else what it said
ended() { wait "$1" || { cat "$2"; return 1; }; }
for turn in 1 2 3 4 5; do
	"$R" aufnehmen -q --register two.db $SESSIONS/2023-02-23/sitzung.xml $SESSION >one.log 2>&1
	"$R" aufnehmen -q --register two.db $JUNE/vorlage-{1,3,5,7,9,11,13,15,17,19}.xml >one.log 2>&1 &
	one=$!
	"$R" aufnehmen -q --register two.db $JUNE/vorlage-{20,18,16,14,12,10,8,6,4,2}.xml >two.log 2>&1 &
	two=$!
	check "turn $turn: the first clerk" ended $one one.log
	check "turn $turn: the second clerk" ended $two two.log
	check "turn $turn: twenty numbers" equal "$(grep -ho 'nummer="[^"]*"' $JUNE/*.xml | sort)" "$want"
	rm -f two.db*
	sed -i 's/ nummer="[^"]*"//' $JUNE/*.xml
done
