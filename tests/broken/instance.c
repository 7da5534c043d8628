// SPDX-License-Identifier: MIT
#define DESTROY free_nothing
static void free_nothing(void *instance)
{
    (void)instance;
}
#include "skeleton.h"
