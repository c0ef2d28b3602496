# Killed at any point, it goes on where it was: each is there once, and all as if nothing had been.
done_to_the_end() {
	"$R" stapel plan -q content -o s/jobs.ndjson && "$R" stapel lauf -q s/jobs.ndjson &&
		"$R" stapel sammeln -q s/jobs.ndjson
}
cp -r content kept
done_to_the_end
mv s whole
mv content whole/content
cp -r kept content
# STEP CALL WHEN: killed at that call of the system
killed() {
	local at="-e inject=$2:signal=KILL:when=$3"
	# shellcheck disable=SC2086
	(strace -f -qq -o trace -e trace="$2" $at "$R" stapel $1 || true) >/dev/null 2>&1
}
for at in "rename 1" "rename 2" "openat 300" "pwrite64 4"; do
	# shellcheck disable=SC2086
	killed "plan -q content -o s/jobs.ndjson --kerne 2" $at
done
"$R" stapel plan -q content -o s/jobs.ndjson
for at in "rename 1" "rename 2" "rename 9" "openat 400" "write 50"; do
	# shellcheck disable=SC2086
	killed "lauf -q s/jobs.ndjson --kerne 2" $at
done
"$R" stapel lauf -q s/jobs.ndjson
for at in "rename 1" "pwrite64 9" "unlink 1" "fdatasync 2" "rename 4"; do
	# shellcheck disable=SC2086
	killed "sammeln -q s/jobs.ndjson --kerne 2" $at
done
check "it comes to its end" done_to_the_end
for town in beckum borken; do
	check "the register of $town" diff <(dump content/$town/register.db) <(dump whole/content/$town/register.db)
done
check "the files" diff -r s/ausgabe whole/ausgabe
check "no temporary file" equal "$(find s/ausgabe -name '.*')" ""
