# jixiao_add_plugin(NAME FILE.c…): NAME.so, a shared object that jixiao loads at run time. It links nothing of ours and exports
# one name. The same file serves this tree and, installed, find_package(jixiao).
function(jixiao_add_plugin name)
    add_library(${name} MODULE ${ARGN})
    target_link_libraries(${name} PRIVATE jixiao::plugin_api)
    set_target_properties(
        ${name} PROPERTIES
        PREFIX ""
        SUFFIX ".so"
        C_VISIBILITY_PRESET hidden
        CXX_VISIBILITY_PRESET hidden
        VISIBILITY_INLINES_HIDDEN ON)
    # a plugin never needs a symbol of the host; those of a sanitizer come with the program
    if(NOT JIXIAO_SANITIZE AND NOT CMAKE_C_FLAGS MATCHES "-fsanitize")
        target_link_options(${name} PRIVATE LINKER:-z,defs)
    endif()
endfunction()
