export RATSSATZ_GESTALTUNG=$TOP/templates
OLD=content/beckum/integrationskonzept-2018
NEW=content/beckum/probe-2020
with=(--gestaltung "$TOP/templates" --inhalt content)
sums() { (cd "$1" && find . -type f ! -name '.*' | sort | xargs sha256sum); }
