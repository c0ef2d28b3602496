#!/usr/bin/env bash
# Long suite: Kill storm: aufnehmen, freigeben, ausgeben and bekanntgeben are killed at random moments, MALE times (200). After each kill: the register is sound, no
# number is lost or doubled, each ledger line has its file with its bytes. At the end one call of each completes what was cut off.
# SAAT sets the random numbers. Part of make test-voll.
cd "$(dirname "$0")/.." || exit 1
. tests/gemeinsam.sh
R=$(realpath "$R")
cp -r content "$WERK/content"
cd "$WERK" || exit 1
export RATSSATZ_VORLAGEN=$OLDPWD/templates SOURCE_DATE_EPOCH=1684200000
unset RATSSATZ_REGISTER RATSSATZ_INHALT
RANDOM=${SAAT:-4711}
S=content/beckum/sitzungen
M=$S/2023-05-31
MUSTER=$M/vorlage-baumpflanzung.xml
"$R" aufnehmen -q --register r.db $S/*/*.xml >log 2>&1 || schlecht "aufnehmen: $(cat log)"

cat >pruefe.py <<'P'
# Looks at register and sources as a stranger would; keeps in gesehen.json which paper had which number.
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
        paper = re.search(r' id="([^"]*)"', root).group(1)
        assert given.get(paper) == number.group(1), f"{f}: {number.group(1)} in the source, {given.get(paper)} in the register"
        assert number.group(1) not in written, f"{number.group(1)} in {f} and {written[number.group(1)]}"
        written[number.group(1)] = f
seen = json.load(open("gesehen.json")) if os.path.exists("gesehen.json") else {}
for paper, number in seen.items():
    assert given.get(paper) == number, f"{paper}: {number} became {given.get(paper)}"
json.dump(given, open("gesehen.json", "w"))
for file, sha in db.execute("SELECT datei, sha256 FROM ausgegeben"):
    assert os.path.exists(file), f"{file}: in the ledger, not on disk"
    assert hashlib.sha256(open(file, "rb").read()).digest() == sha, f"{file}: other bytes than in the ledger"
for f in glob.glob("content/beckum/sitzungen/*/*.xml"):
    assert open(f, "rb").read().rstrip().endswith((b"</vorlage>", b"</sitzung>")), f"{f} is cut off"
if len(sys.argv) > 1:
    assert len(given) == len(written), "papers without their number"
P

neu() { sed "s/ nummer=\"[^\"]*\"//; s/id=\"baumpflanzung\"/id=\"$1\"/" $MUSTER >$M/vorlage-$1.xml; }
tun() {
	case $1 in
	0) exec "$R" aufnehmen -q --register r.db $M/*.xml ;;
	1) exec "$R" freigeben -q --register r.db $(grep -l ' nummer="' $M/vorlage*.xml) ;;
	2) exec "$R" ausgeben -q --register r.db -o ausgabe $(ls $M/vorlage*.xml | shuf -n 6 --random-source=<(yes $RANDOM)) ;;
	3) exec "$R" tagesordnung -q --bekanntgeben --register r.db -o sitzung $M/sitzung.xml ;;
	esac
}
dauer() { local a; a=$(date +%s%N); (tun $1) >/dev/null 2>&1; echo $((($(date +%s%N) - a) / 1000 + 2000)); }
for k in 0 1 2 3; do lang[k]=$(dauer $k); done
neu sturm-0
faul=0 getroffen=0
for i in $(seq "${MALE:-200}"); do
	k=$((i % 4))
	[ $k -eq 0 ] && neu "sturm-$i" && neu "sturm-$i-b"
	[ $k -eq 2 ] && sed -i "s/<absatz>Am/<absatz>Am ($i)/" "$(ls $M/vorlage-sturm-*.xml | shuf -n 1 --random-source=<(yes $RANDOM))"
	(tun $k) >/dev/null 2>&1 &
	pid=$!
	sleep "$(printf '0.%06d' $((RANDOM * 32 % lang[k])))"
	kill -9 $pid 2>/dev/null && getroffen=$((getroffen + 1))
	wait $pid 2>/dev/null
	python3 pruefe.py >log 2>&1 || { faul=$((faul + 1)); echo "nach Abbruch $i ($k):"; tail -n 2 log; }
done
pruefe "${MALE:-200} Abbrüche ($getroffen getroffen): Register, Nummern und Dateien stimmen" test $faul -eq 0
pruefe "mehr als die Hälfte traf ein laufendes Programm" test $((getroffen * 2)) -gt "${MALE:-200}"
pruefe "danach: aufnehmen" "$R" aufnehmen -q --register r.db $M/*.xml
pruefe "danach: freigeben" "$R" freigeben -q --register r.db $M/*.xml
pruefe "danach: ausgeben" "$R" ausgeben -q --register r.db -o ausgabe $M/*.xml
pruefe "danach: bekanntgeben" "$R" tagesordnung -q --bekanntgeben --register r.db -o sitzung $M/sitzung.xml
pruefe "danach: jede Vorlage trägt ihre Nummer" python3 pruefe.py alle
pruefe "danach: register pruefen" "$R" register pruefen --register r.db
# what is left over is only what was cut off while being written
pruefe "keine Sicherungsdatei der Datenbank bleibt liegen" test ! -e r.db-journal
schluss
