/*
 * Replaces java.exe in the tests of the launchers for Windows: prints each argument in a line, and exits with 7 for "7".
 * With the option to dump, it makes the named archive.
 */
#include <stdio.h>
#include <string.h>

int main(int count, char **arguments) {
  const char *archive = "-XX:SharedArchiveFile=";
  int code = 0;
  int dump = 0;
  for (int i = 1; i < count; i++) {
    printf("[%s]\n", arguments[i]);
    code = strcmp(arguments[i], "7") == 0 ? 7 : code;
    dump = dump || strcmp(arguments[i], "-Xshare:dump") == 0;
    if (dump && strncmp(arguments[i], archive, strlen(archive)) == 0) {
      FILE *made = fopen(arguments[i] + strlen(archive), "w");
      fputs("archive", made);
      fclose(made);
    }
  }
  return code;
}
