# Writes the bytes of a text file as a C array: cmake -DFROM=words.txt -DTO=words.c -DNAME=jx_shipped_words -DHEADER=rule/words.h -P bytes.cmake
file(READ ${FROM} bytes HEX)
string(REPEAT "[0-9a-f]" 32 line)
string(REGEX REPLACE "(${line})" "\\1\n" bytes "${bytes}")
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${bytes}")
file(WRITE ${TO} "#include \"${HEADER}\"\n\nconst char ${NAME}[] = {\n${bytes}};\nconst size_t ${NAME}_size = sizeof ${NAME};\n")
