# Too little memory. The sanitizers need more than any limit.
case $O in *san*) skip "memory: sanitizers"; return ;; esac
PROGRAM=(bash -c 'ulimit -d 2500; exec "$@"' - "$R")
say setzen -o aus.pdf content/beckum/integrationskonzept-2018
heard
