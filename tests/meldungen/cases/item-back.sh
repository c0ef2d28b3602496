# An item that turned non-public: no command removes its files, so it is not advised to call one.
top='<top id="bericht"><titel>Vertrag</titel><neutral>Vertragsangelegenheit</neutral></top>'
say tagesordnung -q --register r.db --bekanntgeben -o bekannt $SESSION
sed -i "/<top id=\"bericht\"/d; s|</tagesordnung>|<teil art=\"nichtoeffentlich\">$top</teil>&|" $SESSION
say aufnehmen --register r.db $SESSION
heard
