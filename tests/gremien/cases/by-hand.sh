# A session set by hand: a draft of what the public will read, without what only the register knows.
check "set" status 0 "$R" setzen -q -o alone.pdf $SESSIONS/2023-02-23/sitzung.xml
check "it is a draft" bash -c "pdftotext alone.pdf - | grep -q '^Entwurf'"
check "in its title too" bash -c "pdfinfo alone.pdf | grep -q '^Title:.*(Entwurf)'"
check "it is not internal" bash -c "! pdftotext alone.pdf - | grep -qi 'intern'"
secret_item $SESSION
"$R" setzen -q --dump=vorlesen $SESSION >read 2>stderr
check "what is read out is what is set: only the public" absent 'GEHEIMWORT|Grundstücksangelegenheit' read
check "and that it is" grep -q '  … Anfragen' read
