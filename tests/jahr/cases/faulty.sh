# A faulty document keeps its output, and is tried again each time.
cp aus/$F.pdf before.pdf
echo '<' >>$SLIDES/praesentation.xml
for turn in 1 2; do
	if run; then fail "faulty, turn $turn: exit status 0"; else pass; fi
	check "faulty, turn $turn: not „nichts zu tun“" absent 'nichts zu tun' run.txt
	check "faulty, turn $turn: the old output stays" cmp aus/$F.pdf before.pdf
done
