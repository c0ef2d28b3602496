# The statement of accessibility: of another file than the directory, and of one that says nothing of it.
say barrierefreiheit --register r.db -o erklaerung.pdf content/beckum/integrationskonzept-2018/konzept.xml
sed -i '/<barrierefreiheit/,/<\/barrierefreiheit>/d' content/beckum/verzeichnis.xml
say barrierefreiheit --register r.db -o erklaerung.pdf content/beckum/verzeichnis.xml
heard
