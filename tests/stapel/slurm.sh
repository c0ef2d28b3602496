# Slurm on this machine alone: its controller and four nodes of a processor each, on ports of their own, below $WORK.
# Sourced; the caller kills "${ends[@]}" in the end.
declare -a node ends
slurm_up() {
	local host n
	host=$(hostname -s)
	mkdir -p slurm/state
	chmod 755 slurm
	local port=$((20001 + $$ % 20000))
	cat >slurm/slurm.conf <<-X
		ClusterName=probe
		SlurmctldHost=$host(127.0.0.1)
		SlurmctldPort=$port
		SlurmUser=root
		SlurmdUser=root
		AuthType=auth/munge
		AuthInfo=socket=$WORK/slurm/munge.sock
		CryptoType=crypto/munge
		StateSaveLocation=$WORK/slurm/state
		SlurmdSpoolDir=$WORK/slurm/spool-%n
		SlurmctldPidFile=$WORK/slurm/ctld.pid
		SlurmdPidFile=$WORK/slurm/d-%n.pid
		SlurmctldLogFile=$WORK/slurm/ctld.log
		SlurmdLogFile=$WORK/slurm/d-%n.log
		ProctrackType=proctrack/pgid
		TaskPlugin=task/none
		SelectType=select/cons_tres
		SelectTypeParameters=CR_Core
		SlurmdTimeout=10
		ReturnToService=2
		SwitchType=switch/none
		MpiDefault=none
		NodeName=n[1-4] NodeHostname=$host NodeAddr=127.0.0.1 Port=[$((port + 1))-$((port + 4))] CPUs=1
		PartitionName=alle Nodes=n[1-4] Default=YES MaxTime=INFINITE State=UP
	X
	head -c 128 /dev/urandom >slurm/munge.key
	chmod 600 slurm/munge.key
	export SLURM_CONF=$WORK/slurm/slurm.conf
	munged --foreground --force --key-file="$WORK/slurm/munge.key" --socket="$WORK/slurm/munge.sock" \
		--pid-file="$WORK/slurm/munge.pid" --seed-file="$WORK/slurm/munge.seed" >slurm/munge.log 2>&1 &
	ends+=($!)
	eventually test -S slurm/munge.sock || return
	slurmctld -D -c >slurm/out.ctld 2>&1 &
	ends+=($!)
	eventually scontrol ping || return
	for n in 1 2 3 4; do
		mkdir -p slurm/spool-n$n
		slurmd -D -N n$n -c >slurm/out.n$n 2>&1 &
		ends+=($!)
		node[n]=$!
	done
	eventually bash -c '[ "$(sinfo -h -t idle -o %D)" = 4 ]'
}
