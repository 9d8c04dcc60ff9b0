# What every module of the house has in common: C++20, warnings as errors, one static library each.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

find_program(SYN_CCACHE ccache)
if(SYN_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${SYN_CCACHE}")
endif()

add_library(syn_warnings INTERFACE)
target_compile_options(syn_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Wold-style-cast
  -Wcast-align -Woverloaded-virtual -Wdouble-promotion -Wimplicit-fallthrough -Werror)
if(SYN_SANITIZE)
  target_compile_options(syn_warnings INTERFACE -fsanitize=${SYN_SANITIZE} -fno-omit-frame-pointer
                         -fno-sanitize-recover=all)
  target_link_options(syn_warnings INTERFACE -fsanitize=${SYN_SANITIZE})
  # The sanitizers' instrumentation sets off false alarms of the flow-sensitive warnings in GCC 12.
  target_compile_options(syn_warnings INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
endif()

if(SYN_FUZZ)
  # The fuzzer must see which branches of the readers its inputs reach. Clang serves it alone, so its
  # other opinions about the code are not errors.
  target_compile_options(syn_warnings INTERFACE -fsanitize=fuzzer-no-link -Wno-error)
endif()

# syn_module(name SOURCES a.cpp... USES syn_other... PRIVATE third_party::lib...)
#
# USES names the modules this one may include (arrows only downwards; checked by tests/architecture).
# PRIVATE libraries stay inside the module's .cpp files.
function(syn_module name)
  cmake_parse_arguments(arg "" "" "SOURCES;USES;PRIVATE;PUBLIC" ${ARGN})
  add_library(syn_${name} STATIC ${arg_SOURCES})
  target_include_directories(syn_${name} PUBLIC "${PROJECT_SOURCE_DIR}/src")
  target_link_libraries(syn_${name} PUBLIC ${arg_USES} ${arg_PUBLIC} PRIVATE syn_warnings ${arg_PRIVATE})
endfunction()

# syn_test(name SOURCES a.cpp... USES syn_x...): one GoogleTest program, every case a ctest entry.
# The content is named, so that a build folder outside the tree works too.
function(syn_test name)
  cmake_parse_arguments(arg "" "" "SOURCES;USES;PROPERTIES" ${ARGN})
  find_package(GTest REQUIRED)
  include(GoogleTest)
  add_executable(${name} ${arg_SOURCES})
  target_compile_definitions(${name} PRIVATE SYN_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  target_link_libraries(${name} PRIVATE ${arg_USES} syn_warnings GTest::gmock GTest::gtest_main)
  gtest_discover_tests(${name} DISCOVERY_TIMEOUT 60 PROPERTIES TIMEOUT 600
                       ENVIRONMENT "SYNAPTARIUM_HOME=${PROJECT_SOURCE_DIR}" ${arg_PROPERTIES})
endfunction()
