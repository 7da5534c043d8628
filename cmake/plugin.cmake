# jixiao_add_plugin(NAME FILE.c…): a shared object that the host loads at run time. It links nothing of ours,
# exports one name, and lies where the host looks for it.

# where the command looks for things, in the folder above its own: core/cli/places.c
set(JIXIAO_PLUGIN_DIR ${CMAKE_INSTALL_LIBDIR}/jixiao/plugins)
set(JIXIAO_SCRIPT_DIR share/jixiao/scripts)
set(JIXIAO_TEMPLATE_DIR share/jixiao/templates)
set(JIXIAO_SETTINGS_FILE etc/jixiao/jixiao.ini)

add_library(jixiao_plugin_api INTERFACE)
target_include_directories(jixiao_plugin_api INTERFACE ${CMAKE_SOURCE_DIR}/core/include)

function(jixiao_add_plugin name)
    add_library(${name} MODULE ${ARGN})
    target_link_libraries(${name} PRIVATE jixiao_plugin_api jixiao_flags)
    set_target_properties(
        ${name} PROPERTIES
        PREFIX ""
        C_VISIBILITY_PRESET hidden
        LIBRARY_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/${JIXIAO_PLUGIN_DIR})
    if(NOT JIXIAO_SANITIZE)
        target_link_options(${name} PRIVATE LINKER:-z,defs) # a plugin never needs a symbol of the host
    endif()
endfunction()
