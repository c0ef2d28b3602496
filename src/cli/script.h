/* script.h: inside the room: the scripts that hand jobs to GNU parallel and to Slurm. */
#ifndef CLI_SCRIPT_H
#define CLI_SCRIPT_H
#include "cli/command.h"

int cmd_script(const struct cmd_args *);               /* "skript parallel|slurm JOBS"; exit status */

#endif
