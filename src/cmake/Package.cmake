# What is installed besides the programs, and the packages that `./dev package` makes: a .deb and an
# archive that runs from wherever it is unpacked.
set(SYN_APP_ID org.synaptarium.Synaptarium)
set(package "${CMAKE_CURRENT_LIST_DIR}/package")

install(DIRECTORY data meshes DESTINATION share/synaptarium)
install(FILES README.md LICENSE DESTINATION share/doc/synaptarium)
install(FILES "${package}/copyright" DESTINATION share/doc/synaptarium)
if(SYN_WITH_UI AND SYN_WITH_VIEW)
  install(FILES "${package}/${SYN_APP_ID}.desktop" DESTINATION share/applications)
  install(FILES "${package}/${SYN_APP_ID}.svg" DESTINATION share/icons/hicolor/scalable/apps)
  install(FILES "${package}/${SYN_APP_ID}.metainfo.xml" DESTINATION share/metainfo)
  install(FILES "${package}/${SYN_APP_ID}.mime.xml" DESTINATION share/mime/packages
          RENAME ${SYN_APP_ID}.xml)
endif()

# The manual pages take their options from the programs themselves, at install time.
function(syn_man_page target program)
  if(TARGET ${target})
    install(CODE "execute_process(COMMAND \"${CMAKE_COMMAND}\" -DPROGRAM=$<TARGET_FILE:${target}>
      \"-DTEXT=${package}/${program}.1\" -DVERSION=${PROJECT_VERSION}
      \"-DOUT=\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/share/man/man1/${program}.1\"
      -P \"${package}/man_page.cmake\" COMMAND_ERROR_IS_FATAL ANY)")
  endif()
endfunction()
syn_man_page(synaptarium synaptarium)
syn_man_page(synaptarium_cli synaptarium-cli)

find_program(SYN_GZIP gzip REQUIRED)
set(changelog "${CMAKE_CURRENT_BINARY_DIR}/changelog")
configure_file("${package}/changelog" "${changelog}" @ONLY)
install(CODE "execute_process(COMMAND \"${SYN_GZIP}\" -9nc \"${changelog}\"
  OUTPUT_FILE \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/share/doc/synaptarium/changelog.gz\"
  COMMAND_ERROR_IS_FATAL ANY)")

set(CPACK_PACKAGE_NAME synaptarium)
set(CPACK_PACKAGE_VENDOR Synaptarium)
set(CPACK_PACKAGE_CONTACT "Synaptarium maintainers <maintainers@synaptarium.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "planetarium for the plastic brain")
set(CPACK_STRIP_FILES ON)
set(CPACK_THREADS 0)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What the programs open while they run and no link line shows.
set(qml_modules qtquick qtquick-window qtqml qtqml-models qtqml-workerscript)
list(TRANSFORM qml_modules PREPEND qml6-module-)
list(JOIN qml_modules ", " CPACK_DEBIAN_PACKAGE_DEPENDS)
string(APPEND CPACK_DEBIAN_PACKAGE_DEPENDS ", fonts-inter, fonts-noto-core, fonts-noto-extra, fonts-noto-cjk, \
fonts-noto-ui-core")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "libgl1-mesa-dri, qt6-wayland")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "mricron-data, openmpi-bin")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"A living brain in 3D whose grey-matter density, amygdala volume, hippocampal
neurogenesis and connections change as a simulation goes through a person's
life, age 0 to 100, under what they do and live through. Every effect carries
the studies behind it and how well they are established.
.
The package holds the window program and a command line that simulates, draws
and measures without a display. It is a teaching model of group averages, not
a medical device.")
include(CPack)
