#!/usr/bin/env bash
# Long suite: killed while a clerk works: aufnehmen, freigeben, ausgeben and bekanntgeben are killed at random moments,
# MALE times (200). After each kill: the register is sound, no number is lost or doubled, each ledger line has its file
# with its bytes. At the end one call of each completes what was cut off. SAAT sets the random numbers.
. "$(dirname "$0")/lib.sh"
cp -r content "$WORK/content"
cd "$WORK" || exit 1
. "$TOP/tests/clerk.sh"
RANDOM=${SAAT:-4711}
times=${MALE:-200}
check "taken in" status 0 rs aufnehmen -q $SESSIONS/*/*.xml

cat >look.py <<'P'
# Looks at register and sources as a stranger would; keeps in seen.json which paper had which number.
import glob, hashlib, json, os, re, sqlite3, sys
db = sqlite3.connect("r.db", timeout=20)
assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)], "integrity_check"
assert not db.execute("PRAGMA foreign_key_check").fetchall(), "foreign_key_check"
given = dict(db.execute("SELECT papier, nummer FROM nummer"))
assert len(set(given.values())) == len(given), "a number twice in the register"
counted = sorted(z for (z,) in db.execute("SELECT zaehler FROM nummer WHERE jahr = 2023 AND gezaehlt = 1"))
assert not counted or counted == list(range(counted[0], counted[0] + len(counted))), f"a gap: {counted}"
written = {}
for f in glob.glob("content/beckum/sitzungen/*/vorlage*.xml"):
    root = re.search(r"<vorlage[^>]*>", open(f, encoding="utf-8").read()).group(0)
    number = re.search(r' nummer="([^"]*)"', root)
    if number:
        number, paper = number.group(1), re.search(r' id="([^"]*)"', root).group(1)
        assert given.get(paper) == number, f"{f}: {number} in the source, {given.get(paper)} in the register"
        assert number not in written, f"{number} in {f} and {written[number]}"
        written[number] = f
seen = json.load(open("seen.json")) if os.path.exists("seen.json") else {}
for paper, number in seen.items():
    assert given.get(paper) == number, f"{paper}: {number} became {given.get(paper)}"
json.dump(given, open("seen.json", "w"))
for file, sha in db.execute("SELECT datei, sha256 FROM ausgegeben"):
    assert os.path.exists(file), f"{file}: in the ledger, not on disk"
    assert hashlib.sha256(open(file, "rb").read()).digest() == sha, f"{file}: other bytes than in the ledger"
for f in glob.glob("content/beckum/sitzungen/*/*.xml"):
    assert open(f, "rb").read().rstrip().endswith((b"</vorlage>", b"</sitzung>")), f"{f} is cut off"
if len(sys.argv) > 1:
    assert len(given) == len(written), "papers without their number"
P

# choose FILE…: some of them, at least one; a subshell would have random numbers of its own
choose() {
	local f
	chosen=()
	for f; do [ $((RANDOM % 2)) -eq 0 ] || chosen+=("$f"); done
	[ ${#chosen[@]} -gt 0 ] || chosen=("$1")
}
act() {
	case $1 in
	0) exec "$R" aufnehmen -q --register r.db $MAY/*.xml ;;
	1) exec "$R" freigeben -q --register r.db $(grep -l ' nummer="' $MAY/vorlage*.xml) ;;
	2) exec "$R" ausgeben -q --register r.db -o ausgabe "${chosen[@]}" ;;
	3) exec "$R" tagesordnung -q --bekanntgeben --register r.db -o sitzung $SESSION ;;
	esac
}
duration() {
	local begun
	begun=$(date +%s%N)
	(act "$1") >/dev/null 2>&1
	echo $((($(date +%s%N) - begun) / 1000 + 2000))
}
choose $MAY/vorlage*.xml
for k in 0 1 2 3; do long[k]=$(duration $k); done
another_paper storm-0 $MAY/vorlage-storm-0.xml
wrong=0 hit=0
for i in $(seq "$times"); do
	k=$((i % 4))
	if [ $k -eq 0 ]; then
		another_paper "storm-$i" "$MAY/vorlage-storm-$i.xml"
		another_paper "storm-$i-b" "$MAY/vorlage-storm-$i-b.xml"
	elif [ $k -eq 2 ]; then
		choose $MAY/vorlage*.xml
		sed -i "s/<absatz>Am/<absatz>Am ($i)/" "${chosen[0]}"
	fi
	(act $k) >/dev/null 2>&1 &
	pid=$!
	sleep "$(printf '0.%06d' $((RANDOM * 32 % long[k])))"
	kill -9 $pid 2>/dev/null && hit=$((hit + 1))
	wait $pid 2>/dev/null
	python3 look.py >log 2>&1 || { wrong=$((wrong + 1)); echo "killed, turn $i ($k):"; tail -n 2 log; }
done
check "killed $times times ($hit hit): register, numbers and files agree" test $wrong -eq 0
check "more than half hit a running program" test $((hit * 2)) -gt "$times"
check "then: taken in" status 0 rs aufnehmen -q $MAY/*.xml
check "then: released" status 0 rs freigeben -q $MAY/*.xml
check "then: issued" status 0 rs ausgeben -q -o ausgabe $MAY/*.xml
check "then: announced" status 0 rs tagesordnung -q --bekanntgeben -o sitzung $SESSION
check "then: each paper bears its number" python3 look.py all
check "then: the register is sound" status 0 rs register pruefen
# what is left over is only what was cut off while being written
check "no journal of the database is left" test ! -e r.db-journal
finish
