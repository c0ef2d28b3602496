. "$TOP/tests/gremien/fixture.sh"
