/* voice.h: inside the room: what a run says on the terminal. */
#ifndef CLI_VOICE_H
#define CLI_VOICE_H
#include <stdbool.h>
#include <time.h>

#include "pipeline/pipeline.h"

struct voice {
	struct timespec start;
	bool begun, shown;
};
struct pipe_voice voice_of(struct voice *, bool quiet);

#endif
