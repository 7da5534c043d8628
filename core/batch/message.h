// SPDX-License-Identifier: MIT
// What the parent and its workers tell each other: words about a lane, with an open file where a worker needs one.
#ifndef JIXIAO_BATCH_MESSAGE_H
#define JIXIAO_BATCH_MESSAGE_H

#include <stdbool.h>
#include <stdint.h>

typedef enum jx_word {
    JX_WORD_GO,     // to the worker: do the lane's task
    JX_WORD_ON,     // its results are taken: go on behind them
    JX_WORD_CUT,    // from the worker: the part is cut, the next one may be
    JX_WORD_PAUSED, // enough results wait to be taken
    JX_WORD_DONE    // all results of the part are there
} jx_word;

typedef struct jx_note {
    int32_t word; // jx_word
    uint32_t lane;
} jx_note;

#define JX_NO_FILE (-1)

// Two ends of a line; false and errno where there is none.
bool jx_message_line(int ret[2]);

// Sends a note, with a file that the receiver then has open as well unless it is JX_NO_FILE. False and errno where
// it cannot be sent: whoever would have received it is gone.
bool jx_message_send(int line, jx_note note, int file);

// Waits for a note; false where the other end is gone. *ret_file is JX_NO_FILE, or the receiver's to close; NULL: none is
// expected.
bool jx_message_receive(int line, jx_note *ret, int *ret_file);

#endif
