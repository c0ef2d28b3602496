# Tables and pictures beside a document: written whole, taken back, kept within their folder.
desk
verdicts python3 "$DESK/files.py" "$port"
