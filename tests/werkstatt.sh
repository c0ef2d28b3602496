#!/usr/bin/env bash
# Suite: werkstatt: saves that leave every other byte, two at once, the way back, kill -9; who may come in and what they
# see; pages while somebody types; the page itself in Chromium.
. "$(dirname "$0")/lib.sh"
run_cases
finish
