# The libraries that jixiao stands on, found by pkg-config. libinih reads INI lines, nettle gives SHA-256,
# libunistring knows UTF-8 and how wide a character is drawn, Lua runs scripts, libseccomp
# keeps workers from what scoring does not need, libxlsxwriter makes workbooks.
find_package(PkgConfig REQUIRED)
pkg_check_modules(inih REQUIRED IMPORTED_TARGET inih)
pkg_check_modules(nettle REQUIRED IMPORTED_TARGET nettle)
pkg_check_modules(seccomp REQUIRED IMPORTED_TARGET libseccomp)
pkg_check_modules(xlsxwriter REQUIRED IMPORTED_TARGET xlsxwriter)
pkg_search_module(lua REQUIRED IMPORTED_TARGET lua5.4 lua-5.4 lua54)

# what only the module that draws pages needs
pkg_check_modules(pango IMPORTED_TARGET pangocairo>=1.44 pangoft2 cairo-pdf>=1.16)

find_library(JIXIAO_UNISTRING unistring REQUIRED)
find_path(JIXIAO_UNISTRING_INCLUDE unistr.h REQUIRED)
add_library(jixiao_unistring INTERFACE)
target_link_libraries(jixiao_unistring INTERFACE ${JIXIAO_UNISTRING})
target_include_directories(jixiao_unistring SYSTEM INTERFACE ${JIXIAO_UNISTRING_INCLUDE})
