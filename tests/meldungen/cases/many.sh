# Many documents: on how many processors, and one whose worker dies.
say setzen --kerne drei a.xml b.xml
say vergleiche eins zwei drei
papers=($MAY/vorlage-*.xml)
mkdir out
PROGRAM=(strace -f -qq -o trace -P "${papers[2]}" -e trace=openat -e inject=openat:signal=KILL:when=1 "$R")
say setzen -q --kerne 2 -o out "${papers[@]}"
heard
