// SPDX-License-Identifier: MIT
#include "batch/message.h"

#include <errno.h>
#include <stddef.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>

// Room for one file in a message, aligned as the system wants it.
typedef union file_room {
    char bytes[CMSG_SPACE(sizeof(int))];
    struct cmsghdr alignment;
} file_room;

bool jx_message_line(int ret[2])
{
    return socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ret) == 0;
}

bool jx_message_send(int line, jx_note note, int file)
{
    file_room room = {{0}};
    struct iovec bytes = {&note, sizeof note};
    struct msghdr message = {.msg_iov = &bytes, .msg_iovlen = 1};
    if (file != JX_NO_FILE) {
        message.msg_control = room.bytes;
        message.msg_controllen = sizeof room.bytes;
        struct cmsghdr *head = CMSG_FIRSTHDR(&message);
        head->cmsg_level = SOL_SOCKET;
        head->cmsg_type = SCM_RIGHTS;
        head->cmsg_len = CMSG_LEN(sizeof file);
        memcpy(CMSG_DATA(head), &file, sizeof file);
    }
    ssize_t sent = -1;
    do {
        sent = sendmsg(line, &message, MSG_NOSIGNAL);
    } while (sent < 0 && errno == EINTR);
    return sent == (ssize_t)sizeof note;
}

bool jx_message_receive(int line, jx_note *ret, int *ret_file)
{
    file_room room = {{0}};
    struct iovec bytes = {ret, sizeof *ret};
    struct msghdr message = {.msg_iov = &bytes,
                             .msg_iovlen = 1,
                             .msg_control = ret_file == NULL ? NULL : room.bytes,
                             .msg_controllen = ret_file == NULL ? 0 : sizeof room.bytes};
    ssize_t got = -1;
    do {
        got = recvmsg(line, &message, MSG_CMSG_CLOEXEC);
    } while (got < 0 && errno == EINTR);
    if (ret_file != NULL) {
        const struct cmsghdr *head = CMSG_FIRSTHDR(&message);
        *ret_file = JX_NO_FILE;
        if (head != NULL && head->cmsg_type == SCM_RIGHTS) {
            memcpy(ret_file, CMSG_DATA(head), sizeof *ret_file);
        }
    }
    return got == (ssize_t)sizeof *ret;
}
