. "$TOP/tests/werkstatt/setup.sh"
