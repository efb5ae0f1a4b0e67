@echo off
rem Starts share-image on the Java that it carries with it, from the archive of loaded classes that was made for it.
rem SHARE_IMAGE_JAVA_OPTS: further options for the JVM.
rem Every path stands in quotes, and in no block in brackets: a folder may be called "R&D (old)".
setlocal DisableDelayedExpansion
for %%d in ("%~dp0..") do set "APP_HOME=%%~fd"

rem As in the launcher for Linux and macOS, which says why.
set "OPTIONS=-XX:+UseSerialGC -Xms32m -Xmx1g -XX:MaxNewSize=24m -XX:-UsePerfData -Xlog:disable -XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=3 -XX:C1MaxInlineSize=12 -XX:+DisplayVMOutputToStderr"
set "ENCODINGS=-Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8"

rem Chinese and Japanese come through on the UTF-8 code page; the former one is put back.
set "PAGE="
for /f "tokens=2 delims=:." %%c in ('chcp') do set "PAGE=%%c"
if defined PAGE chcp 65001 >nul
"%APP_HOME%\runtime\bin\java.exe" "-XX:SharedArchiveFile=%APP_HOME%\lib\classes.jsa" %OPTIONS% %ENCODINGS% %SHARE_IMAGE_JAVA_OPTS% -cp "%APP_HOME%\lib\share-image.jar" dev.shareimage.Main %*
set "CODE=%ERRORLEVEL%"
if defined PAGE chcp %PAGE% >nul
exit /b %CODE%
