// SPDX-License-Identifier: MIT
// The workers as their parent sees them: started when there is work, watched, replaced where they end. [main-thread]
#ifndef JIXIAO_BATCH_CREW_H
#define JIXIAO_BATCH_CREW_H

#include "batch/batch.h"
#include "batch/message.h"
#include "batch/worker.h"

#include <poll.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#define JX_NO_LANE UINT32_MAX

typedef struct jx_hand {
    pid_t process; // 0: none
    int line;
    uint32_t lane; // whose task it has; JX_NO_LANE: it has none
    uint32_t file; // which file it has open, by number; UINT32_MAX: none
    bool paused;
    int64_t row;   // that it was last seen at
    int64_t since; // when, in milliseconds
    bool late;     // it was killed for that: it gets no more tasks
} jx_hand;

typedef struct jx_crew {
    const jx_work *work;
    const jx_batch *batch; // whose files workers must not hold open
    jx_hand *hands;
    struct pollfd *polled;
    size_t count;
    int64_t looked; // when it was looked at last, in milliseconds
} jx_crew;

// A crew of at most `count` workers, none of them started. Its memory is the arena's.
jx_status jx_crew_make(jx_crew *crew, jx_arena *arena, size_t count, jx_error *err);

// A worker without a task, started if need be; NULL where all are busy. Errors are JX_ESYSTEM.
jx_status jx_crew_find_idle(jx_crew *crew, jx_hand **ret, jx_error *err);

// Gives the worker a lane's task, with the file that it needs (JX_NO_FILE: it has it). False where it is gone.
bool jx_hand_go(jx_hand *hand, uint32_t lane, uint32_t number, int file);

// Lets a worker that paused go on. False where it is gone.
bool jx_hand_go_on(jx_hand *hand);

// Ends a worker, whatever it does, and says why it has ended and at which row.
void jx_crew_bury(const jx_crew *crew, jx_hand *hand, jx_mark *ret);

// Waits until a worker has something to say or has ended, and kills those that are late. *ret is that worker, or NULL where
// none has yet; then *ret_word is what it says, JX_CREW_ENDED that it is no more, and *ret_mark why.
typedef enum jx_crew_event { JX_CREW_SAYS, JX_CREW_ENDED } jx_crew_event;
jx_hand *jx_crew_wait(jx_crew *crew,
                      jx_crew_event *ret_event,
                      jx_word *ret_word,
                      jx_mark *ret_mark);

// Ends all workers, whatever they do.
void jx_crew_end(jx_crew *crew);

#endif
