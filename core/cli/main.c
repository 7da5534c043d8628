// SPDX-License-Identifier: MIT
#include "cli/command.h"

int main(int argc, char **argv)
{
    return jx_command_main(argc, argv);
}
