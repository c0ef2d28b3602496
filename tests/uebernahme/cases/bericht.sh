# A report as pdftotext writes it: doubled lines, divided words, notes below the page, running heads, bullets.
check "it is taken over" take bericht --ort beckum
check "what it becomes" as_before bericht
check "each word once" words bericht
check "heads of pages are left out by their rule" told bericht \
	'[w["regel"] for w in j["weggelassen"]] == ["Kopf- und Fußzeile"] * 2'
check "it passes" status 0 "$R" pruefen "${IN[@]}" bericht
