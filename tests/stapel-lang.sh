#!/usr/bin/env bash
# Long suite: jobs on several machines: GNU parallel over ssh, Slurm with four nodes on this machine; one is killed.
. "$(dirname "$0")/lib.sh"
export RATSSATZ_GESTALTUNG=$TOP/templates
cd "$WORK" || exit 1
. "$TOP/tests/stapel/slurm.sh"
trap 'for p in "${ends[@]}"; do kill "$p" 2>/dev/null; done' EXIT
dump() {
	python3 - "$1" <<-'X'
		import sqlite3, sys
		print(*sorted(sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True).iterdump()), sep="\n")
	X
}
need() { # WHAT PROGRAM…: or it is skipped
	local what=$1 p
	shift
	for p; do command -v "$p" >/dev/null || { skip "$what: $p is not installed"; return 1; }; done
	[ "$(id -u)" -eq 0 ] || { skip "$what: needs root"; return 1; }
}
# fresh FOLDER: two towns, one with forty papers that have no number yet
fresh() {
	mkdir -p "$1/content"
	cp -r "$TOP/content/beckum" "$TOP/content/borken" "$1/content"
	rm -f "$1"/content/*/register.db*
	local k from=$1/content/beckum/sitzungen/2023-05-31/vorlage-baumpflanzung.xml
	for k in $(seq 40); do
		sed "s/ nummer=\"[^\"]*\"//; s/id=\"baumpflanzung\"/id=\"baum-$k\"/" "$from" \
			>"${from%/*}/vorlage-baum-$k.xml"
	done
}
# done_right FOLDER: each document is there once, the registers are those of one machine
done_right() {
	local town
	for town in beckum borken; do
		check "$1: register of $town" diff <(dump "$1/content/$town/register.db") \
			<(dump "one/content/$town/register.db")
	done
	check "$1: the files" diff -r "$1/s/ausgabe" one/s/ausgabe
}
plan() { (cd "$1" && "$R" stapel plan -q content -o s/jobs.ndjson); }
fresh one
to_the_end() (cd "$1" && "$R" stapel lauf -q s/jobs.ndjson && "$R" stapel sammeln -q s/jobs.ndjson)
plan one
check "one machine" to_the_end one
some_done() { [ "$(find "$1/s/ablage" -name '*.json' | wc -l)" -ge 3 ]; }

# ---- GNU parallel over ssh
if need "ssh" parallel sshd ssh ssh-keygen; then
	fresh ssh
	plan ssh
	mkdir -m 700 keys
	ssh-keygen -q -t ed25519 -N '' -f keys/key
	ssh-keygen -q -t ed25519 -N '' -f keys/host
	mkdir -p /run/sshd
	cp keys/key.pub keys/allowed
	chmod 600 keys/allowed
	port=$((20000 + $$ % 20000))
	"$(command -v sshd)" -D -e -p $port -h "$WORK/keys/host" -o ListenAddress=127.0.0.1 -o StrictModes=no \
		-o AuthorizedKeysFile="$WORK/keys/allowed" -o PidFile=none -o UsePAM=no >keys/sshd.log 2>&1 &
	ends+=($!)
	login="ssh -q -p $port -i $WORK/keys/key -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null 127.0.0.1"
	printf '1/%s\n1/:\n' "$login" >machines
	# shellcheck disable=SC2086
	check "a login" eventually $login true
	(cd ssh && "$R" stapel skript -q parallel s/jobs.ndjson)
	# what parallel hands on needs the environment of this call
	set="SOURCE_DATE_EPOCH=0 RATSSATZ_SCHLUESSEL=$RATSSATZ_SCHLUESSEL RATSSATZ_GESTALTUNG=$RATSSATZ_GESTALTUNG"
	sed -i "2i export $set" ssh/s/jobs.ndjson.parallel.sh
	check "run on two machines" env HOME="$WORK/keys" STUECK=3 RECHNER="$WORK/machines" \
		sh ssh/s/jobs.ndjson.parallel.sh
	check "the other machine did some" grep -q 'Accepted publickey' keys/sshd.log
	done_right ssh
fi

# ---- Slurm
if need "Slurm" slurmctld slurmd sbatch munged parallel; then
	chmod 755 . # slurmd's own user must get there
	if slurm_up; then
		fresh slurm-zuteilung
		plan slurm-zuteilung
		(cd slurm-zuteilung && "$R" stapel skript -q slurm s/jobs.ndjson)
		STUECK=2 HOME=$WORK sbatch --quiet --wait --ntasks 4 --nodes 4 --output allocation.log --no-kill \
			slurm-zuteilung/s/jobs.ndjson.slurm.sh &
		batch=$!
		check "some are done" eventually some_done slurm-zuteilung
		# a node that does not hold the script itself dies in the middle
		first=$(squeue -h -o %B | head -n 1)
		for n in 4 3; do [ "n$n" = "$first" ] || { kill -9 "${node[n]}"; break; }; done
		wait $batch
		check "the allocation ends" tail -n 3 allocation.log
		# what was lost with the node is done by the same script, called again
		check "and then all is there" to_the_end slurm-zuteilung
		done_right slurm-zuteilung

		fresh slurm-feld
		plan slurm-feld
		(cd slurm-feld && "$R" stapel skript -q slurm s/jobs.ndjson)
		check "an array" env STUECK=2 HOME="$WORK" sbatch --quiet --wait --array 1-3 --output array-%a.log \
			slurm-feld/s/jobs.ndjson.slurm.sh
		check "collected after it" env HOME="$WORK" sh slurm-feld/s/jobs.ndjson.slurm.sh --sammeln
		done_right slurm-feld
	else
		skip "Slurm: it does not start here ($(tail -n 1 slurm/out.ctld))"
	fi
fi
finish
