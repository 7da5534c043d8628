# Where things lie, relative to the prefix: see core/cli/places.c. The build folder is laid out like an installed prefix, with links to the sources for
# what is not built: the command finds its plugins and templates relative to itself, find_package(jixiao) and pkg-config find the
# rest, in the tree as after an installation, wherever the prefix was moved.
foreach(folder LIBDIR INCLUDEDIR)
    if(IS_ABSOLUTE "${CMAKE_INSTALL_${folder}}")
        message(FATAL_ERROR "CMAKE_INSTALL_${folder}: expected a folder inside the prefix, found ${CMAKE_INSTALL_${folder}}")
    endif()
endforeach()

set(JIXIAO_PLUGIN_DIR ${CMAKE_INSTALL_LIBDIR}/jixiao/plugins)
set(JIXIAO_MODULE_DIR ${CMAKE_INSTALL_LIBDIR}/jixiao/modules)
set(JIXIAO_PACKAGE_DIR ${CMAKE_INSTALL_LIBDIR}/cmake/jixiao)
set(JIXIAO_PKGCONFIG_DIR ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
set(JIXIAO_SCRIPT_DIR share/jixiao/scripts)
set(JIXIAO_TEMPLATE_DIR share/jixiao/templates)
set(JIXIAO_DOCUMENT_DIR share/doc/jixiao)
set(JIXIAO_SETTINGS_FILE etc/jixiao/jixiao.ini)
set(JIXIAO_WORDS_FILE etc/jixiao/words.txt)

# jixiao_link(NAME PLACE): a file or folder of the sources, seen at that place of the build: what is changed there holds at once.
function(jixiao_link name place)
    get_filename_component(above ${CMAKE_BINARY_DIR}/${place} DIRECTORY)
    file(MAKE_DIRECTORY ${above})
    file(CREATE_LINK ${CMAKE_SOURCE_DIR}/${name} ${CMAKE_BINARY_DIR}/${place} SYMBOLIC)
endfunction()

jixiao_link(core/include/jixiao ${CMAKE_INSTALL_INCLUDEDIR}/jixiao)
jixiao_link(scripts ${JIXIAO_SCRIPT_DIR})
jixiao_link(templates ${JIXIAO_TEMPLATE_DIR})
jixiao_link(conf/jixiao.ini ${JIXIAO_SETTINGS_FILE})
jixiao_link(conf/words.txt ${JIXIAO_WORDS_FILE})

# What plugins are compiled with: one header.
add_library(jixiao_plugin_api INTERFACE)
add_library(jixiao::plugin_api ALIAS jixiao_plugin_api)
target_include_directories(jixiao_plugin_api INTERFACE ${CMAKE_SOURCE_DIR}/core/include)

# jixiao_find_prefix(VARIABLE PLACE): the way from PLACE up to the prefix.
function(jixiao_find_prefix variable place)
    file(RELATIVE_PATH up /prefix/${place} /prefix)
    string(REGEX REPLACE "/$" "" up "${up}")
    set(${variable} ${up} PARENT_SCOPE)
endfunction()

jixiao_find_prefix(from_package ${JIXIAO_PACKAGE_DIR})
jixiao_find_prefix(from_pkgconfig ${JIXIAO_PKGCONFIG_DIR})
configure_file(${CMAKE_SOURCE_DIR}/cmake/jixiao-config.cmake.in ${JIXIAO_PACKAGE_DIR}/jixiao-config.cmake @ONLY)
configure_file(${CMAKE_SOURCE_DIR}/cmake/plugin.cmake ${JIXIAO_PACKAGE_DIR}/plugin.cmake COPYONLY)
configure_file(${CMAKE_SOURCE_DIR}/cmake/jixiao.pc.in ${JIXIAO_PKGCONFIG_DIR}/jixiao.pc @ONLY)

include(CMakePackageConfigHelpers)
write_basic_package_version_file(
    ${CMAKE_BINARY_DIR}/${JIXIAO_PACKAGE_DIR}/jixiao-config-version.cmake COMPATIBILITY SameMajorVersion)
