# What has begun is finished, then it ends; calls that cannot work.
check "the server starts" server "$R" log
curl -s "http://localhost:$port/body/beckum/file.json" >files.json
url=$(grep -o "http[^\"]*/file/[^\"]*/2023-0123-beschlussvorlage.pdf" files.json | head -n 1)
python3 "$SERVER/answers.py" --slow "$port" "$url" go >slow 2>&1 &
reader=$!
check "a slow reader has begun" eventually grep -q begun slow
kill -TERM $pid
touch go
check "SIGTERM: exit status 0" wait $pid
check "what had begun was finished" wait $reader
check "then the port is free" bash -c "! curl -s http://localhost:$port/system.json"
chmod a-w r.db
check "a register without the right to write" server "$R" log2 --basis-url https://ratsinfo.example.org/oparl
chmod u+w r.db
check "the address of the option" holds oparl/system.json '"https://ratsinfo.example.org/oparl/body.json"'
check "also without its path" holds system.json ratsinfo
check "a port that is taken" status 3 rs oparl dienen --port "$port"
check "a port that is taken: told" grep -q OPARLPORT stderr
check "SIGINT: exit status 0" ends INT
check "the folder of files is missing" status 3 rs oparl dienen --port 0 --dateien nirgends
check "the folder of files is missing: told" grep -q OPARLDATEIEN stderr
check "no port" status 2 rs oparl dienen --port 70000
check "no register" status 3 "$R" oparl dienen --register fehlt.db --port 0
check "no address" status 1 rs oparl dienen --port 0 --basis-url http://

# A head that the library refuses by itself is none of those that have begun: the end neither waits for it nor, where
# another one is being answered, counts one too few.
if command -v strace >/dev/null && [[ $(basename "$O") != *san ]]; then
	printf '#!/bin/sh\nexec strace -D -f -o pauses -e trace=clock_nanosleep "%s" "$@"\n' "$R" >traced
	chmod +x traced
	check "a server that is looked at" server ./traced log3
	exec 3<>"/dev/tcp/127.0.0.1/$port"
	printf 'GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: -5\r\n\r\n' >&3
	check "a wrong head is refused" grep -aq '400 Bad Request' <&3
	exec 3>&-
	check "SIGTERM" ends TERM
	eventually grep -q 'exited with 0' pauses
	check "it did not wait" test "$(grep -c 'tv_nsec=10000000}' pauses)" -lt 100
else
	skip "what the end waits for: strace is not installed or not of use here"
fi
