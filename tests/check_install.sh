#!/bin/sh
# What is installed works wherever it was moved: the command, its plugins, and plugins built against it from outside, by CMake
# and by hand.
# usage: check_install.sh CMAKE CC BUILD ROOT
set -eu
cmake=$1
cc=$2
build=$3
root=$4
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. "$root/tests/guide.sh"

fail() {
    echo "$*" >&2
    exit 1
}

(umask 0002 && "$cmake" --install "$build" --prefix "$work/first" >"$work/log") || { cat "$work/log"; exit 1; }
mv "$work/first" "$work/moved prefix"
prefix="$work/moved prefix"
jixiao="$prefix/bin/jixiao"

# ------------------------------------------------------------------------------------- what lies where

for file in include/jixiao/plugin.h share/jixiao/templates/plugin/README.md share/doc/jixiao/README.md \
    share/doc/jixiao/docs/plugin-guide.md share/doc/jixiao/conf/industry-development-2024.ini; do
    [ -f "$prefix/$file" ] || fail "$file: not installed"
done
module=$(cd "$build" && find lib* -path '*/jixiao/modules/pdf.so')
[ -z "$module" ] || [ -f "$prefix/$module" ] || fail "$module: not installed"
[ -d "$prefix/share/jixiao/scripts" ] || fail "share/jixiao/scripts: not installed"
[ ! -e "$root/conf/jixiao.ini" ] || cmp "$root/conf/jixiao.ini" "$prefix/etc/jixiao/jixiao.ini"
writable=$(find "$prefix" -perm /022 ! -type l)
[ -z "$writable" ] || fail "others may write: $writable"
[ -z "$(find "$prefix" -type l)" ] || fail "installed links: $(find "$prefix" -type l)"
! grep -rlF -e "$build/" -e "$work/first" "$prefix/lib"*/ "$prefix/share/jixiao" --include='*.cmake' --include='*.pc' ||
    fail "the files above name a folder that is not theirs"

# the moved command finds its plugins, the moved project is scored
projects="$prefix/share/doc/jixiao/conf"
(cd / && "$jixiao" score "$projects/industry-development-2024.ini" \
    --actuals "$projects/actuals/industry-development-2024.csv" --format json) >"$work/card.json"
grep -q '"status":"scored"' "$work/card.json"
"$jixiao" plugins | grep -qF "$prefix/" || fail "the moved command's plugins are not its own"

# the moved command draws with its own module
if [ -n "$module" ] && [ -n "$(fc-list 'Noto Sans CJK SC' 2>/dev/null)" ]; then
    "$jixiao" score "$projects/industry-development-2024.ini" \
        --actuals "$projects/actuals/industry-development-2024.csv" --format pdf -o "$work/card.pdf"
    [ "$(head -c 5 "$work/card.pdf")" = '%PDF-' ] || fail 'the moved command draws no pages'
fi

# ------------------------------------------------------------------------------------ from the outside

mkdir "$work/by-cmake" "$work/by-hand"
whole_plugin >"$work/digital.c"
whole_project >"$work/project.ini"
whole_actuals >"$work/actuals.csv"
cat >"$work/CMakeLists.txt" <<'PROJECT'
cmake_minimum_required(VERSION 3.22)
project(digital C)
find_package(jixiao 0.1 REQUIRED)
jixiao_add_plugin(digital digital.c)
PROJECT

# build_by_cmake PREFIX FOLDER, build_by_hand PREFIX FOLDER
build_by_cmake() {
    rm -rf "$work/cmake-build"
    {
        "$cmake" -S "$work" -B "$work/cmake-build" -DCMAKE_C_COMPILER="$cc" -DCMAKE_PREFIX_PATH="$1" \
            -DCMAKE_LIBRARY_OUTPUT_DIRECTORY="$2" &&
            "$cmake" --build "$work/cmake-build"
    } >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
}

build_by_hand() {
    export PKG_CONFIG_PATH
    PKG_CONFIG_PATH=$(dirname "$(find "$1/" -name jixiao.pc)")
    # as a shell reads it: pkg-config quotes the blanks of paths
    eval "'$cc' -shared -fPIC $(pkg-config --cflags jixiao) '$work/digital.c' -o '$2/digital.so'"
}

# check_plugin FILE: one name exported, nothing of ours needed, loaded and scored by the moved command
check_plugin() {
    names=$(nm -D --defined-only --format=posix "$1" | cut -d' ' -f1)
    [ "$names" = jx_plugin_v1 ] || fail "$1: expected it to export jx_plugin_v1 only, found: $names"
    ! nm -D --undefined-only "$1" | grep 'jx_' || fail "$1: it needs the symbols above"
    ! readelf -d "$1" | grep NEEDED | grep -v 'libc\.so' || fail "$1: it needs the libraries above"
    "$jixiao" score "$work/project.ini" --actuals "$work/actuals.csv" --format json \
        --plugin-path "$(dirname "$1")" >"$work/card.json"
    grep -q '"full":100,"points":69.00' "$work/card.json" || fail "$1: expected 69 points"
}

# an installed prefix, then the tree's build folder, which is laid out alike
for from in "$prefix" "$build"; do
    build_by_cmake "$from" "$work/by-cmake"
    check_plugin "$work/by-cmake/digital.so"
    build_by_hand "$from" "$work/by-hand"
    check_plugin "$work/by-hand/digital.so"
    rm "$work/by-cmake/digital.so" "$work/by-hand/digital.so"
done

export PKG_CONFIG_PATH
PKG_CONFIG_PATH=$(dirname "$(find "$prefix/" -name jixiao.pc)")
pkg-config --exists 'jixiao >= 0.1'
for variable in plugindir scriptdir; do
    eval "folder=$(pkg-config --variable=$variable jixiao)" # which quotes blanks
    [ -d "$folder" ] || fail "jixiao.pc: $variable is no folder: $folder"
done
eval "$(pkg-config --variable=command jixiao) --version" >/dev/null
