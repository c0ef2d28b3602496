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
