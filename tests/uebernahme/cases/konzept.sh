# A Konzept as a converter writes it: cover, Impressum, Grußwort, fields, Massnahmen (one torn by a page break), an
# overview.
check "it is taken over" take konzept --ort beckum
check "what it becomes" as_before konzept
check "each word once" words konzept
check "it passes, but for what the original says wrong" status 0 "$R" pruefen "${IN[@]}" konzept
check "the sum of the summary is a finding" told konzept 'any(b["code"] == "KOSTEN" for b in j["befunde"])'
check "so is the time" told konzept 'any(b["code"] == "ZEITBEDARF" for b in j["befunde"])'
check "the field that has no table is named" told konzept \
	'any(b["code"] == "MASSNAHME" and "Wege" in b["text"] for b in j["befunde"])'
check "only the summary and the second title are left out" told konzept \
	'{w["regel"] for w in j["weggelassen"]} == {"Zusammenfassung", "Titel wiederholt"}'
check "changes of characters are counted" told konzept 'j["zeichen"]["Gedankenstrich –"] == 1'
check "it sets, and its draft shows what the original said" says "Original: langfristig (5 Jahre)" \
	"$R" setzen "${IN[@]}" --dump vorlesen konzept
