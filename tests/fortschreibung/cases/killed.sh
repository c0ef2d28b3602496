# Killed at any moment, the next call makes it whole.
for ms in 005 010 015 020 025 030 040 050; do
	rm -rf content/beckum/storm-2020
	killed=(--von $OLD --nach content/beckum/storm-2020)
	(timeout -s KILL 0.$ms "$R" fortschreiben -q "${with[@]}" "${killed[@]}"; true) >said 2>&1
	check "killed after $ms ms, it goes on" status 0 "$R" fortschreiben -q "${with[@]}" "${killed[@]}"
	check "killed after $ms ms, it is whole" diff -r -x '.*' $NEW content/beckum/storm-2020
done
