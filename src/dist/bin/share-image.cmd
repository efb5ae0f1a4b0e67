@echo off
rem Starts share-image on a Java 17 or newer: that of JAVA_HOME, else the first on the PATH.
rem SHARE_IMAGE_JAVA_OPTS: further options for the JVM.
setlocal
set "JAVA=java.exe"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
if defined JAVA_HOME if not exist "%JAVA%" (
  echo share-image: JAVA_HOME is %JAVA_HOME%, which has no bin\java.exe. 1>&2
  exit /b 3
)
if not defined JAVA_HOME where java.exe >nul 2>&1 || (
  echo share-image: needs Java 17 or newer, and finds none: install one, or set JAVA_HOME. 1>&2
  exit /b 3
)
"%JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Xlog:disable -XX:+DisplayVMOutputToStderr -Dfile.encoding=UTF-8 %SHARE_IMAGE_JAVA_OPTS% -cp "%~dp0..\lib\share-image.jar" dev.shareimage.Main %*
exit /b %ERRORLEVEL%
