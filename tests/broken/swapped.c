// SPDX-License-Identifier: MIT
// Takes its own file away while it is being loaded, as a build or a copy in the meantime might. $JX_TEST_SWAPPED names it.
#include "skeleton.h"

#include <stdio.h>
#include <stdlib.h>

__attribute__((constructor)) static void take_away(void)
{
    const char *path = getenv("JX_TEST_SWAPPED");
    if (path != NULL) {
        (void)remove(path);
    }
}
