# kill -9 while saves come.
verdicts python3 "$DESK/killed.py" "$R-ganz" "${MALE:-150}" 8
check "no half-written file" test -z "$(find content -name '.*' -type f)"
