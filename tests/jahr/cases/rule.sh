# The rule: as make reads it, and complete: every file that was opened is in it.
cd "$TOP" || exit 1
check "--deps" status 0 "$R" setzen -q --deps -o "$WORK/rule.pdf" content/borken/zusammenleben-2016
printf 'include %s\n%s:\n\ttrue\n' "${WORK// /\\ }/.d/rule.pdf.d" "${WORK// /\\ }/rule.pdf" >"$WORK/rule.mk"
if command -v make >/dev/null; then
	check "make reads the rule" make -s -q -f "$WORK/rule.mk" "$WORK/rule.pdf"
	check "make: something is newer" \
		status 1 make -s -q -W content/borken/verzeichnis.xml -f "$WORK/rule.mk" "$WORK/rule.pdf"
else
	skip "the rule: make is missing"
fi
real() { while read -r f; do realpath "$f"; done | sort -u; }
if strace -o "$WORK/trace" true 2>/dev/null; then
	for what in content/borken/zusammenleben-2016 content/beckum/integrationskonzept-2019 $SLIDES $A_PAPER; do
		strace -f -e trace=openat,open -o "$WORK/trace" \
			"$R" setzen -q --deps -o "$WORK/trace.pdf" $what 2>/dev/null
		sed -n 's/.*open\(at\)\{0,1\}([^"]*"\([^"]*\)", O_RDONLY[^D]*) = [0-9].*/\2/p' "$WORK/trace" |
			grep -vE '^/(lib|usr|etc|proc|sys|dev)/' | real | grep -v "^$WORK" >"$WORK/opened"
		sed -n 's/^# [0-9a-f]\{64\} //p' "$WORK/.d/trace.pdf.d" | real >"$WORK/named"
		check "$what: something was opened" test -s "$WORK/opened"
		check "$what: read, and in the rule" test -z "$(comm -23 "$WORK/opened" "$WORK/named")"
	done
else
	skip "is each file that is read in the rule: strace is missing or not allowed"
fi
