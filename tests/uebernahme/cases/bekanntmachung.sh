# A notice with a paper: a session and a Vorlage.
check "it is taken over" take bekanntmachung --ort beckum
check "what it becomes" as_before bekanntmachung
check "each word once" words bekanntmachung
check "the session passes" status 0 "$R" pruefen "${IN[@]}" bekanntmachung/sitzung.xml
check "the paper passes" status 0 "$R" pruefen "${IN[@]}" bekanntmachung/vorlage-garten-bahnhof.xml
check "what is empty is a finding" told bekanntmachung 'any("Beteiligungen:" in b["text"] for b in j["befunde"])'
