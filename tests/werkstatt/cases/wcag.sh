# The list of WCAG 2.2, point by point: whole, and each proof is there.
verdicts python3 "$DESK/criteria.py"
