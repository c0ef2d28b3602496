# beobachten of one document into one file: a template that changes is read anew; calls that cannot work.
exists() { [ -e one.pdf ]; }
"$R" beobachten -q --gestaltung templates -o one.pdf $SLIDES/praesentation.xml >said 2>&1 &
pid=$!
trap 'kill $pid 2>/dev/null' EXIT
check "set at first" eventually exists
sed -i 's/15 76 92/16 76 92/' templates/beckum/gestaltung.xml
check "set cold" status 0 "$R" setzen -q --gestaltung templates -o cold.pdf $SLIDES/praesentation.xml
check "set anew with the changed template" eventually cmp -s cold.pdf one.pdf
kill -TERM $pid
check "SIGTERM: exit status 0" wait $pid
check "what does not exist" status 2 "$R" beobachten gibt-es-nicht
check "one file for many" status 2 "$R" beobachten -o viele.pdf content
check "no watch is free" status 3 bash -c "ulimit -n 4; '$R' beobachten -o aus content"
check "no watch is free: told" grep -q '\[BEOBACHTEN\]' stderr
