# Ids of what is not public: made with a secret that is wrong, another one, or lost.
cp released.db r.db
secret_item $SESSION
SECRET=$RATSSATZ_SCHLUESSEL
export RATSSATZ_SCHLUESSEL=0
say aufnehmen --register fresh.db content/beckum/verzeichnis.xml $SESSIONS/*/*.xml
export RATSSATZ_SCHLUESSEL=$SECRET
say aufnehmen --register r.db $SESSION
say freigeben --register r.db $SESSION
say tagesordnung --register r.db --bekanntgeben -o sitzung $SESSION
sqlite r.db "DELETE FROM geheimnis;"
export RATSSATZ_SCHLUESSEL=${SECRET//0/a}
say oparl exportieren --register r.db -o oparl
rm r.db
say register neu-aufbauen --register r.db beckum
sed -i '/^> aufnehmen.*fresh/s/fresh.db .*/fresh.db …/' said
heard
