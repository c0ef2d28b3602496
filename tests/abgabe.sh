#!/usr/bin/env bash
# Suite: handing over to the council system: what is in the package, that it is the same each time, that nothing
# non-public is in the public one; receipts; the message for the document management.
. "$(dirname "$0")/lib.sh"
run_cases
finish
