# jixiao_flags: what every target of this project is compiled with. Each flag is probed, so that one list
# serves gcc and clang, and a compiler that does not know a flag still builds.

set(CMAKE_C_STANDARD 17)
set(CMAKE_C_STANDARD_REQUIRED ON)
set(CMAKE_C_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

option(JIXIAO_WERROR "Treat warnings as errors" OFF)
option(JIXIAO_COVERAGE "Measure line coverage" OFF)
set(JIXIAO_SANITIZE "" CACHE STRING "Sanitizers for every target, e.g. address,undefined")

include(CheckCCompilerFlag)
include(CheckLinkerFlag)

add_library(jixiao_flags INTERFACE)
target_compile_definitions(jixiao_flags INTERFACE _GNU_SOURCE)

function(jixiao_probe_compile_flag flag)
    string(MAKE_C_IDENTIFIER "has${flag}" known)
    check_c_compiler_flag("${flag}" ${known})
    if(${known})
        target_compile_options(jixiao_flags INTERFACE ${flag})
    endif()
endfunction()

function(jixiao_probe_link_flag flag)
    string(MAKE_C_IDENTIFIER "links${flag}" known)
    check_linker_flag(C "${flag}" ${known})
    if(${known})
        target_link_options(jixiao_flags INTERFACE ${flag})
    endif()
endfunction()

foreach(
    flag
    -Wall -Wextra -Wpedantic
    -Wshadow -Wconversion -Wsign-conversion -Wdouble-promotion -Wfloat-equal
    -Wcast-qual -Wcast-align -Wwrite-strings -Wundef -Wvla -Wdate-time
    -Wstrict-prototypes -Wmissing-prototypes -Wold-style-definition
    -Wformat=2 -Wformat-signedness -Wnull-dereference -Wswitch-enum -Wimplicit-fallthrough
    # gcc
    -Wlogical-op -Wduplicated-cond -Wduplicated-branches -Wjump-misses-init -Wtrampolines
    # clang
    -Wcomma -Wassign-enum -Wunreachable-code -Wmissing-variable-declarations
    -Wconditional-uninitialized
    # not warnings, but always wanted
    -fno-common -fstack-protector-strong)
    jixiao_probe_compile_flag(${flag})
endforeach()

# the same bytes from any folder
jixiao_probe_compile_flag(-ffile-prefix-map=${CMAKE_SOURCE_DIR}=.)
jixiao_probe_compile_flag(-ffile-prefix-map=${CMAKE_BINARY_DIR}=.)

if(JIXIAO_WERROR)
    target_compile_options(jixiao_flags INTERFACE -Werror)
endif()

if(JIXIAO_COVERAGE)
    target_compile_options(jixiao_flags INTERFACE --coverage -O0)
    target_link_options(jixiao_flags INTERFACE --coverage)
endif()

if(JIXIAO_SANITIZE)
    target_compile_options(
        jixiao_flags INTERFACE
        -fsanitize=${JIXIAO_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(jixiao_flags INTERFACE -fsanitize=${JIXIAO_SANITIZE})
elseif(CMAKE_BUILD_TYPE STREQUAL "Release")
    target_compile_definitions(jixiao_flags INTERFACE _FORTIFY_SOURCE=2)
    jixiao_probe_compile_flag(-fstack-clash-protection)
    jixiao_probe_link_flag(LINKER:-z,relro)
    jixiao_probe_link_flag(LINKER:-z,now)
endif()
