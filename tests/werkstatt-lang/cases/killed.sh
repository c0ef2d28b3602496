# kill -9 while 500 saves come: nothing is lost, nothing is there twice.
verdicts python3 "$DESK/killed.py" "$R-ganz" 500 25
check "no half-written file" test -z "$(find content -name '.*' -type f)"
