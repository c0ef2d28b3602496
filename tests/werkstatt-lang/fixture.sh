. "$TOP/tests/werkstatt/fixture.sh"
