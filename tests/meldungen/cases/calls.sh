# Calls that no command can follow.
say setzen
say register zeige --register r.db
say register suche --register r.db
say register sichern --register r.db
say register wiederherstellen --register r.db
say register zeige 9999/9999 --register r.db
say oparl dienen --register r.db --port 70000
say ergebnis 2023/0123 vertagt --gremium integrationsrat --datum 31.5.2023 --register r.db
say fortschreiben --von content/beckum/integrationskonzept-2018 --nach neu
say fortschreiben --von content/beckum/integrationskonzept-2018
say beobachten nirgends
(mkdir -p anderswo && cd anderswo && unset RATSSATZ_INHALT && say beobachten && cat said >>../said)
say ort-anlegen beckum "Stadt Beckum"
say ort-anlegen probe "Stadt <Probe>"
say neu vorlage $PAPER
say register sichern r.db --register r.db
say abgeben --register r.db
say nachweis $PAPER --register keines.db
say stand content/beckum/integrationskonzept-2018 --stelle gibt-es-nicht
say stand $PAPER
say vergleiche $PAPER $PAPER
say vergleiche content/beckum/integrationskonzept-2018 content/beckum/integrationsbericht-2023
say unsinn
say setzen --unsinn $PAPER
say setzen --format html -o x.pdf $PAPER
heard
