# What `cmake --install` puts where: see places.cmake. Permissions are those written here, whatever the umask.
set(CMAKE_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

install(TARGETS jixiao RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY core/include/jixiao DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN "*.h")
install(TARGETS ${JIXIAO_PLUGINS} LIBRARY DESTINATION ${JIXIAO_PLUGIN_DIR})
if(JIXIAO_MODULES)
    install(TARGETS ${JIXIAO_MODULES} LIBRARY DESTINATION ${JIXIAO_MODULE_DIR})
endif()

install(DIRECTORY ${CMAKE_BINARY_DIR}/${JIXIAO_PACKAGE_DIR}/ DESTINATION ${JIXIAO_PACKAGE_DIR})
install(FILES ${CMAKE_BINARY_DIR}/${JIXIAO_PKGCONFIG_DIR}/jixiao.pc DESTINATION ${JIXIAO_PKGCONFIG_DIR})

# settings and words that somebody changed are kept
foreach(place ${JIXIAO_SETTINGS_FILE} ${JIXIAO_WORDS_FILE})
    get_filename_component(name ${place} NAME)
    get_filename_component(folder ${place} DIRECTORY)
    install(CODE "
        if(NOT EXISTS \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${place}\")
            file(INSTALL DESTINATION \"\${CMAKE_INSTALL_PREFIX}/${folder}\" TYPE FILE FILES \"${CMAKE_SOURCE_DIR}/conf/${name}\")
        endif()")
endforeach()
install(DIRECTORY scripts/ DESTINATION ${JIXIAO_SCRIPT_DIR} FILES_MATCHING PATTERN "*.lua")
install(DIRECTORY templates/ DESTINATION ${JIXIAO_TEMPLATE_DIR})

# the documents link to each other and to conf/ as they do in the tree
install(FILES README.md README.zh-CN.md CHANGELOG.md LICENSE DESTINATION ${JIXIAO_DOCUMENT_DIR})
install(DIRECTORY docs DESTINATION ${JIXIAO_DOCUMENT_DIR})
install(DIRECTORY conf examples DESTINATION ${JIXIAO_DOCUMENT_DIR} PATTERN "jixiao.ini" EXCLUDE PATTERN "words.txt" EXCLUDE)
