# Papers and sessions that are drafts.
paper=$MAY/vorlage-austausch.xml
draft="vorlage-austausch.xml:$(line_of vorlage $paper): Fehler: Das Dokument ist ein Entwurf"
sed -i 's/<vorlage /<vorlage entwurf="ja" /' $paper
check "a paper may be taken in" status 0 rs aufnehmen -q $paper
check "a paper is not released" says "[ENTWURF]" rs freigeben -q $paper
check "a paper is not announced" says "$draft" rs tagesordnung -q --bekanntgeben -o draft $SESSION
sed -i 's/ entwurf="ja"//' $paper
sed -i 's/<sitzung /<sitzung entwurf="ja" /' $SESSION
check "a session is not announced" says "[ENTWURF]" rs tagesordnung -q --bekanntgeben -o draft $SESSION
