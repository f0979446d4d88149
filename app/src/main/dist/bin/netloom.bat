@echo off
rem Starts Netloom from any folder. Not tried on Windows yet.
setlocal
for %%H in ("%~dp0..") do set "NETLOOM=%%~fH"

rem The JDK that built this copy; if it has gone, another that is new enough.
set "JAVA=@java.home@\bin\java.exe"
if exist "%JAVA%" goto start
set "JAVA=%JAVA_HOME%\bin\java.exe"
if not exist "%JAVA%" set "JAVA=java.exe"
"%JAVA%" --version 2>nul | findstr /r /c:"^[a-z]* 2[5-9]" /c:"^[a-z]* [3-9][0-9]" >nul && goto start
echo Netloom needs Java 25 or newer: install a JDK 25 (for instance Eclipse Temurin) and set JAVA_HOME to its folder. 1>&2
exit /b 1

:start
rem Idle threads of libtorch sleep. If they spun, another busy program would slow training down tenfold.
if not defined OMP_WAIT_POLICY set "OMP_WAIT_POLICY=passive"
if not defined KMP_BLOCKTIME set "KMP_BLOCKTIME=0"
rem Where Java tells of crashes in native code; the window offers that at its next start.
set "CRASHES=%LOCALAPPDATA%\Netloom\crashes"
if not exist "%CRASHES%" mkdir "%CRASHES%" 2>nul
"%JAVA%" --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC ^
    "-Djava.util.logging.config.file=%NETLOOM%\conf\logging.properties" ^
    "-Dnetloom.home=%NETLOOM%" "-DPYTORCH_LIBRARY_PATH=%NETLOOM%\engine" "-Djna.boot.library.path=%NETLOOM%\lib" "-Djava.library.path=%NETLOOM%\lib" ^
    "-XX:ErrorFile=%CRASHES%\hs_err_pid%%p.log" ^
    -jar "%NETLOOM%\lib\netloom.jar" %*
