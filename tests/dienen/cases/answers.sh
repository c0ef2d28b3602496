# Every answer is what the export has, and what OParl wants; filters, conditions, ranges, refusals, secrets.
check "the server starts and tells its address" server "$R" log
check "on the port it tells" grep -q "http://localhost:$port/system.json" log
check "exported with the same address" status 0 rs oparl exportieren -q --basis-url "http://localhost:$port" -o oparl
verdicts python3 "$SERVER/answers.py" "$port" oparl read
if [ -d "$SPEC/oparl" ]; then
	check "what it says keeps the specification" python3 "$TOP/tests/oparl/judge.py" read "$SPEC/oparl"
else
	skip "OParl's schema files: ../shared/oparl is missing"
fi
check "SIGTERM: exit status 0" ends TERM
