# Test documents of another project with the facts that must survive: words all, of the rest at least 98 of 100.
stone=$TOP/../shared/pruefstein
export RATSSATZ_GESTALTUNG=$TOP/templates
if [ -d "$stone" ]; then
	taken=0
	for f in "$stone"/docx/*.docx; do
		"$R" uebernehmen -q --inhalt "$TOP/content" -o "stein/$(basename "$f" .docx)" "$f" 2>>stderr
		taken=$((taken + ($? == 0)))
	done
	check "each is taken over" equal "$taken" "$(find "$stone/docx" -name '*.docx' | wc -l)"
	check "their facts survive" python3 "$TOP/tests/lesen/pruefstein.py" "$stone" stein
else
	skip "facts of ../shared/pruefstein: it is not there"
fi
