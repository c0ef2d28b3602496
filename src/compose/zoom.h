/* zoom.h: inside the room: a table on a slide, as large as there is room. */
#ifndef COMPOSE_ZOOM_H
#define COMPOSE_ZOOM_H
#include "compose/state.h"

/* Composed, and alone on its slide; goes_on: the slide may have further ones. */
void com_zoom(struct com *, struct block *grid, bool goes_on);

#endif
