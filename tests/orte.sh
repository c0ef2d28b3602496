#!/usr/bin/env bash
# Suite: a town is data: numbers, kinds, roles, fields and agendas of towns that no line of C knows.
. "$(dirname "$0")/lib.sh"
run_cases
finish
