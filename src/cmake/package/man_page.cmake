# Writes a manual page: cmake -DPROGRAM=file -DTEXT=page.1 -DVERSION=x -DOUT=page.1 -P man_page.cmake
# @HELP@ in the text stands for what the program says of its options. The page is written compressed.
execute_process(COMMAND "${PROGRAM}" --help-all OUTPUT_VARIABLE HELP COMMAND_ERROR_IS_FATAL ANY)
get_filename_component(name "${PROGRAM}" NAME)
string(REPLACE "${PROGRAM}" "${name}" HELP "${HELP}")
string(REPLACE "\\" "\\e" HELP "${HELP}")
string(REPLACE "-" "\\-" HELP "${HELP}")
# A line that begins with a dot or an apostrophe would be read as a request.
string(REGEX REPLACE "(^|\n)([.'])" "\\1\\\\&\\2" HELP "${HELP}")
configure_file("${TEXT}" "${OUT}" @ONLY)
execute_process(COMMAND gzip -9nf "${OUT}" COMMAND_ERROR_IS_FATAL ANY)
