@echo off
rem Starts share-image on a Java 17 or newer: that of JAVA_HOME, else the first on the PATH.
rem SHARE_IMAGE_JAVA_OPTS: further options for the JVM.
rem SHARE_IMAGE_ARCHIVE: the archive of loaded classes, from which the JVM starts faster:
rem   auto or on  use one that fits (the default)
rem   off         do not use or make one
rem   install     make one beside the program now, and run no command; installers call this
rem Every path stands in quotes, and in no block in brackets: a folder may be called "R&D (old)".
setlocal DisableDelayedExpansion
for %%d in ("%~dp0..") do set "APP_HOME=%%~fd"
set "JAR=%APP_HOME%\lib\share-image.jar"
if not exist "%JAR%" goto no_jar

if defined JAVA_HOME goto java_of_home
set "JAVA="
for %%j in (java.exe) do set "JAVA=%%~$PATH:j"
if not defined JAVA goto no_java
goto java_found
:java_of_home
set "JAVA=%JAVA_HOME:"=%\bin\java.exe"
if not exist "%JAVA%" goto wrong_java_home
:java_found

rem Every JDK has a file "release" beside its bin. Where it is missing, the JVM itself says when it is too old.
for %%d in ("%JAVA%\..\..") do set "JAVA_DIR=%%~fd"
set "JAVA_VERSION="
set "JAVA_BUILD="
if not exist "%JAVA_DIR%\release" goto version_checked
for /f "usebackq tokens=1,2 delims==" %%a in ("%JAVA_DIR%\release") do if "%%a"=="JAVA_VERSION" set "JAVA_VERSION=%%~b"
for /f "usebackq tokens=1,2 delims==" %%a in ("%JAVA_DIR%\release") do if "%%a"=="JAVA_RUNTIME_VERSION" set "JAVA_BUILD=%%~b"
if not defined JAVA_VERSION goto version_checked
for /f "delims=.-+" %%v in ("%JAVA_VERSION%") do set "FEATURE=%%v"
if %FEATURE% LSS 17 goto old_java
:version_checked

rem A JVM that ignores unknown options also ignores misspelled options of the user.
set "IGNORING=-XX:C1MaxInlineSize=12 -XX:+IgnoreUnrecognizedVMOptions"
if defined SHARE_IMAGE_JAVA_OPTS set "IGNORING="
if defined JDK_JAVA_OPTIONS set "IGNORING="
if defined JAVA_TOOL_OPTIONS set "IGNORING="
set "OPTIONS=-XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=3 %IGNORING% -XX:+UseSerialGC -Xms32m -Xmx1g -XX:MaxNewSize=24m -XX:-UsePerfData -Xlog:disable -XX:+DisplayVMOutputToStderr"
set "ENCODINGS=-Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Dsun.stdout.encoding=UTF-8 -Dsun.stderr.encoding=UTF-8"

set "ARCHIVE=%APP_HOME%\lib\classes.jsa"
set "KEY_FILE=%APP_HOME%\lib\classes.key"
for %%f in ("%JAR%") do set "KEY=%%~zf %%~tf %JAVA_BUILD% %JAVA_DIR% %APP_HOME%"
set "SHARED="
set "FOUND="
set "MODE=auto"
if defined SHARE_IMAGE_ARCHIVE set "MODE=%SHARE_IMAGE_ARCHIVE:"=%"
for %%m in (auto on off install) do if "%MODE%"=="%%m" goto mode_known
goto unknown_mode
:mode_known
if defined SHARE_IMAGE_NO_ARCHIVE goto without_archive
rem A JVM does not start with two options for the archive.
set "GIVEN=none"
if defined SHARE_IMAGE_JAVA_OPTS set "GIVEN=%GIVEN% %SHARE_IMAGE_JAVA_OPTS:"=%"
if defined JDK_JAVA_OPTIONS set "GIVEN=%GIVEN% %JDK_JAVA_OPTIONS:"=%"
if defined JAVA_TOOL_OPTIONS set "GIVEN=%GIVEN% %JAVA_TOOL_OPTIONS:"=%"
if not "%GIVEN:-Xshare=%"=="%GIVEN%" goto without_archive
if not "%GIVEN:SharedArchive=%"=="%GIVEN%" goto without_archive
if not "%GIVEN:ArchiveClasses=%"=="%GIVEN%" goto without_archive
if not "%GIVEN:AOT=%"=="%GIVEN%" goto without_archive
if "%MODE%"=="install" goto make_archive
if "%MODE%"=="off" goto run
if not exist "%ARCHIVE%" goto run
if not exist "%KEY_FILE%" goto run
set /p FOUND=<"%KEY_FILE%"
if not defined FOUND goto run
if "%FOUND:"=%"=="%KEY%" set SHARED="-XX:SharedArchiveFile=%ARCHIVE%"

:run
rem Chinese and Japanese come through on the UTF-8 code page; the former one is put back.
set "PAGE="
for /f "tokens=2 delims=:." %%c in ('chcp') do set "PAGE=%%c"
if defined PAGE chcp 65001 >nul
"%JAVA%" %OPTIONS% %ENCODINGS% %SHARED% %SHARE_IMAGE_JAVA_OPTS% -cp "%JAR%" dev.shareimage.Main %*
set "CODE=%ERRORLEVEL%"
if defined PAGE chcp %PAGE% >nul
exit /b %CODE%

:make_archive
if exist "%KEY_FILE%" del "%KEY_FILE%"
if exist "%ARCHIVE%" del "%ARCHIVE%"
set "SCRATCH=%TEMP%\share-image-%RANDOM%%RANDOM%"
mkdir "%SCRATCH%"
if not exist "%SCRATCH%" exit /b 1
"%JAVA%" %OPTIONS% "-XX:DumpLoadedClassList=%SCRATCH%\classes.txt" -cp "%JAR%" dev.shareimage.CdsTrainingRun "%SCRATCH%" >nul 2>&1
"%JAVA%" %OPTIONS% -Xshare:dump "-XX:SharedClassListFile=%SCRATCH%\classes.txt" "-XX:SharedArchiveFile=%ARCHIVE%" -cp "%JAR%" >nul 2>&1
rmdir /s /q "%SCRATCH%"
if not exist "%ARCHIVE%" goto no_archive
>"%KEY_FILE%" echo "%KEY%"
exit /b 0

:without_archive
if not "%MODE%"=="install" goto run
>&2 echo share-image: makes no archive: SHARE_IMAGE_NO_ARCHIVE or an option for Java forbids it.
exit /b 1

:unknown_mode
>&2 echo share-image: SHARE_IMAGE_ARCHIVE is "%MODE%"; it takes auto, on, off or install.
exit /b 2
:no_jar
>&2 echo share-image: its program is missing: "%JAR%"
exit /b 3
:wrong_java_home
>&2 echo share-image: JAVA_HOME is "%JAVA_HOME:"=%", which has no bin\java.exe.
exit /b 3
:no_java
>&2 echo share-image: needs Java 17 or newer, and finds none: install one, or set JAVA_HOME.
exit /b 3
:old_java
>&2 echo share-image: needs Java 17 or newer; "%JAVA%" is %JAVA_VERSION%.
exit /b 3
:no_archive
>&2 echo share-image: "%JAVA%" made no archive of loaded classes; share-image starts more slowly without.
exit /b 1
