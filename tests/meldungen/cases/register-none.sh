# Commands of the register without one, or with several.
rm -f r.db
mkdir -p content/zweitort
cp released.db content/zweitort/register.db
cp released.db content/beckum/register.db
(unset RATSSATZ_INHALT && say register liste)
say aufnehmen content/beckum/verzeichnis.xml content/borken/verzeichnis.xml
say freigeben $PAPER
rm content/zweitort/register.db content/beckum/register.db
say register liste
say freigeben --register r.db $PAPER
say ausgeben --register r.db -o aus $PAPER
say abgeben --register r.db --sitzung $SESSION -o aus.zip
say ergebnis --register r.db $PAPER vertagt --gremium integrationsrat --datum 2023-05-31
say oparl exportieren --register r.db -o oparl
say register pruefen --register r.db
heard
