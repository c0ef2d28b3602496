# Tables and pictures beside a document: written whole, taken back, kept within their folder.
desk
verdicts python3 "$DESK/files.py" "$port"
recording "$DESK/files.err" said || check "what is said" diff "$DESK/files.err" said
