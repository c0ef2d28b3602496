# beobachten: whatever is changed, and however often, bytes and messages are those of a cold run.
rm -rf content/borken aus templates $TOWN/integrationskonzept-2012 $TOWN/integrationskonzept-2019 $SLIDES
find content \( -name 'vorlage-*' -o -name sitzung.xml \) -delete
verdicts python3 "$TOP/tests/jahr/anywhere.py" "$R" $TOWN/integrationskonzept-2018 $K18 "${STEPS:-60}" "${SEED:-1}"
