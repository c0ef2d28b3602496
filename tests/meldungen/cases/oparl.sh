# OParl: addresses, folders, files that are missing; the server that cannot start.
say oparl exportieren --register r.db --basis-url https://ratsinfo.example.org/ -o oparl
mkdir fremd
echo x >fremd/brief.txt
say oparl exportieren --register r.db -o fremd
mkdir dazu
"$R" oparl exportieren -q --register r.db -o dazu
echo x >dazu/robots.txt
say oparl exportieren --register r.db -o dazu
"$R" aufnehmen -q --register h.db content/hohenfeld/verzeichnis.xml
say oparl exportieren --register h.db -o dazu
rm dazu/robots.txt
say oparl exportieren --register h.db -o dazu
echo >>ausgabe/2023-0123-beschlussvorlage.pdf
say oparl exportieren --register r.db -o oparl
rm ausgabe/2023-0123-beschlussvorlage.pdf
say oparl exportieren --register r.db -o oparl
say oparl dienen --register r.db --port 0 --dateien nirgends
say oparl dienen --register r.db --port 0 --adresse 192.0.2.1
say oparl dienen --register fehlt.db --port 0
heard
