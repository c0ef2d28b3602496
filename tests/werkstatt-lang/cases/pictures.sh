# The look of the main views, small, beside stored pictures; `tests/werkstatt-lang.sh --neu pictures` makes them anew.
in_chromium || return 0
# what is to come depends on the day
rm -r content/*/sitzungen/202[6-9]*
desk -o aus
python3 "$DESK/pictures.py" "$port" "$axe" "$TOP/tests/werkstatt-lang/bilder" ${record:+--neu} >looks 2>&1
case $? in
77) skip "the look beside stored pictures: $(tail -n 1 looks)" ;;
*) verdicts cat looks ;;
esac
