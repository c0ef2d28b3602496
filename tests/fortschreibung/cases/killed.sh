# Killed at any moment, the next call makes it whole.
for ms in 005 010 015 020 025 030 040 050; do
	rm -rf content/beckum/storm-2020
	killed=(--von $OLD --nach content/beckum/storm-2020)
	(timeout -s KILL 0.$ms "$R" fortschreiben -q "${with[@]}" "${killed[@]}"; true) >said 2>&1
	check "killed after $ms ms, it goes on" status 0 "$R" fortschreiben -q "${with[@]}" "${killed[@]}"
	check "killed after $ms ms, it is whole" diff -r -x '.*' $NEW content/beckum/storm-2020
done

# What is in the way stops it, and nothing of it stays.
rm -rf content/beckum/way-2020
mkdir -p content/beckum/way-2020/05-fazit.xml
to=content/beckum/way-2020
check "a folder in the way of a file" status 3 "$R" fortschreiben -q "${with[@]}" --von $OLD --nach $to
check "nothing else is there" test "$(find content/beckum/way-2020 -mindepth 1)" = content/beckum/way-2020/05-fazit.xml
rmdir content/beckum/way-2020/05-fazit.xml
check "then it is whole" status 0 "$R" fortschreiben -q "${with[@]}" --von $OLD --nach $to
