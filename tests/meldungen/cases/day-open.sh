# The register knows papers and sessions by their day: a draft that has none yet is not taken in.
mkdir -p offen
cp "$TOP/tests/pruefung/tagoffen-sitzung.xml" offen/ohne.xml
sed -i 's/ort="beckum"/& entwurf="ja"/' offen/ohne.xml
sed 's/ort="beckum"/& datum="2026-03-05"/' offen/ohne.xml >offen/tag.xml
say aufnehmen --register r.db offen/ohne.xml
say aufnehmen --register r.db offen/tag.xml
heard
