# What is wrong with a session and its papers, before and after it is announced.
cp released.db r.db
say tagesordnung --register r.db -o sitzung $PAPER
sed -i 's/<bekanntmachung [^>]*>//' $SESSION
say tagesordnung --register r.db --bekanntgeben -o sitzung $SESSION
cp "$TOP/$SESSION" $SESSION
sed -i 's/<sitzung /<sitzung entwurf="ja" /' $SESSION
say tagesordnung --register r.db --bekanntgeben -o sitzung $SESSION
cp "$TOP/$SESSION" $SESSION
sed -i 's/id="integrationsrat-2023-05-31"/id="eine-andere"/' $SESSION
say tagesordnung --register r.db --bekanntgeben -o sitzung $SESSION
cp "$TOP/$SESSION" $SESSION
sed -i 's|<vorlagen/>||' $SESSION
say tagesordnung --register r.db -o sitzung $SESSION
cp "$TOP/$SESSION" $SESSION
sed -i 's|</tagesordnung>|<teil art="oeffentlich"><top id="fremd" vorlage="2099/0001"/></teil>&|' $SESSION
say tagesordnung --register r.db -o sitzung $SESSION
cp "$TOP/$SESSION" $SESSION
say tagesordnung --register r.db --bekanntgeben -o sitzung $SESSION
sed -i 's/gremium="integrationsrat"/gremium="rat"/' $SESSION
say aufnehmen -q --register r.db $SESSION
cp "$TOP/$SESSION" $SESSION
first=$(grep -o '<top id="[a-z-]*"' $SESSION | head -n 1 | cut -d'"' -f2)
sed -i "s|<top id=\"$first\"|<top id=\"neu\"><titel>Neu</titel></top><top id=\"$first\"|" $SESSION
say tagesordnung --register r.db -o sitzung $SESSION
cp "$TOP/$SESSION" $SESSION
sed -i "/<top id=\"$first\"/d" $SESSION
say tagesordnung --register r.db -o sitzung $SESSION
cp "$TOP/$SESSION" $SESSION
secret_paper $MAY/vorlage-personal.xml
sed -i 's/<vorlage /<vorlage nummer="2023\/0999" /' $MAY/vorlage-personal.xml
say aufnehmen --register r.db $MAY/vorlage-personal.xml
say freigeben --register r.db $MAY/vorlage-personal.xml
sed -i 's|<vorlagen/>|&<top id="offen" vorlage="2023/0999"/>|' $SESSION
say tagesordnung --register r.db -o sitzung $SESSION
cp "$TOP/$SESSION" $SESSION
sed -i 's/ datum="2023-05-31"//' $PAPER
say aufnehmen --register r.db $PAPER
say zurueckziehen --register r.db 2023/0121 --grund x
heard
