/* Stands for java.exe in the tests of the launcher for Windows: prints its arguments, one a line, and ends with 7 for "7". */
#include <stdio.h>
#include <string.h>

int main(int count, char **arguments) {
  int code = 0;
  for (int i = 1; i < count; i++) {
    printf("[%s]\n", arguments[i]);
    code = strcmp(arguments[i], "7") == 0 ? 7 : code;
  }
  return code;
}
