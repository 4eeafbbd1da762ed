@echo off
rem Starts Valida on Windows. It does what the file "valida" beside it does on other systems; see there.
rem   JAVA_HOME          the Java to use; without it the one on PATH
rem   VALIDA_JAVA_OPTS   options for Java, separated by blanks, such as -Xmx64m
rem Files that are dropped on it are checked with "valida report --open", and the window stays open.
setlocal EnableExtensions EnableDelayedExpansion
rem The whole line, for Java: the arguments end at the first ampersand of a dropped file's name.
set "VALIDA_COMMAND_LINE=!cmdcmdline!"
set "clicked="
set "line=!cmdcmdline:"=!"
if /i not "!line:%~nx0=!"=="!line!" set "clicked=1"
setlocal DisableDelayedExpansion
set "status=2"

rem --- A file from the desktop has a whole path, and no command begins so. Neither does a double click have one.
set "pausing="
set "command="
set "first=%~1"
if defined first if "%first:~1,2%"==":\" set "command=report --open --dropped --"
if defined first if "%first:~0,2%"=="\\" set "command=report --open --dropped --"
if not defined first if defined clicked set "command=report --open --dropped --"
if defined command if defined clicked set "pausing=1"

set "root=%~dp0"
set "jar=%root%valida.jar"
set "cache=%root%cache"
if not exist "%root%pom.xml" if exist "%jar%" goto installed
set "jar=%root%validator-cli\target\valida.jar"
set "cache=%root%validator-cli\target\launcher"
:installed

rem --- Which Java.
set "java="
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
if not defined java for %%j in (java.exe) do set "java=%%~$PATH:j"
if not defined java (
  echo valida: needs Java 17 or newer; there is no java on PATH / falta o Java 17 ou mais novo; veja LEIA-ME.txt 1>&2
  goto finish
)
for %%j in ("%java%") do set "java_bin=%%~dpj"
for %%h in ("%java_bin%..") do set "java_home=%%~fh"
set "version="
if exist "%java_home%\release" for /f "usebackq tokens=1,2 delims==" %%a in ("%java_home%\release") do if "%%a"=="JAVA_VERSION" set "version=%%~b"
rem Not every Java has that file. From its own folder it is called without quotes, which "for" does not like.
if not defined version (
  pushd "%java_bin%"
  for /f "tokens=3" %%v in ('java.exe -version 2^>^&1 ^| findstr version') do set "version=%%~v"
  popd
)
set "major=0"
for /f "delims=.-+_ " %%m in ("%version%") do set "major=%%m"
if %major% lss 17 (
  echo valida: needs Java 17 or newer; "%java%" is "%version%" / falta o Java 17 ou mais novo; veja LEIA-ME.txt 1>&2
  goto finish
)

rem --- The jar.
call :stale || goto ready
if not exist "%root%pom.xml" (
  echo valida: there is neither "%jar%" nor sources to build it from 1>&2
  goto finish
)
if not exist "%cache%" mkdir "%cache%" 2>nul
if not exist "%cache%" (
  if exist "%jar%" goto ready
  echo valida: must be built first, but "%cache%" cannot be written 1>&2
  goto finish
)
set /a waited=0
:lock
mkdir "%cache%\lock" 2>nul && goto locked
if %waited% geq 900 (
  echo valida: waited in vain for another build; if there is none, remove "%cache%\lock" 1>&2
  goto finish
)
set /a waited+=1
ping -n 2 127.0.0.1 >nul
goto lock
:locked
call :stale
if errorlevel 1 (
  rmdir "%cache%\lock"
  goto ready
)
call :build
set "built=%ERRORLEVEL%"
rmdir "%cache%\lock"
if not "%built%"=="0" goto finish
:ready

rem --- How to start it.
set "options=-XX:+UseSerialGC"
if defined VALIDA_JAVA_OPTS echo " %VALIDA_JAVA_OPTS%" | findstr /r /c:" -XX:+Use[A-Za-z0-9]*GC" >nul && set "options="
set "small=-Xms32m -Xmn4m"
if defined VALIDA_JAVA_OPTS echo " %VALIDA_JAVA_OPTS%" | findstr /r /c:" -Xm" /c:"Size=" /c:"RAM" >nul && set "small="
set "options=%options% %small% -XX:-UsePerfData -Xlog:disable"
set "use_archive=-XX:SharedArchiveFile"
if %major% geq 25 set "use_archive=-XX:AOTCache"
rem Compiling well takes longer than it saves, up to some hundreds of megabytes; see the other file. What folders hold is not
rem looked at here.
set "hasty="
set /a bytes=0
if "%~1"=="check" if not defined VALIDA_JAVA_OPTS call :payloads %*
if %bytes% gtr 0 set "hasty=-XX:TieredStopAtLevel=1"
if %bytes% gtr 0 if %bytes% leq 1000000 set "hasty=%hasty% -XX:CompileThresholdScaling=4"
if %bytes% gtr 0 if %bytes% leq 1000000 if %major% lss 18 set "hasty=%hasty% -XX:-UseSerialGC -XX:+UseG1GC"
for %%f in ("%jar%") do set "stamp=%%~tf-%%~zf-%version%"
set "stamp=%stamp:/=%"
set "stamp=%stamp::=%"
set "stamp=%stamp: =%"
set "archive=%cache%\classes-%stamp%"
if exist "%archive%" goto trained
rem It is kept near the jar, or where that cannot be written, in the user's own folder for such things.
call :writable
if errorlevel 1 set "cache=%LOCALAPPDATA%\valida"
set "archive=%cache%\classes-%stamp%"
if exist "%archive%" goto trained
call :writable
if not errorlevel 1 call :train
:trained
set "archived="
for %%f in ("%archive%") do if exist %%f if not "%%~zf"=="0" set "archived=1"
if defined VALIDA_JAVA_OPTS echo " %VALIDA_JAVA_OPTS%" | findstr /c:" -Xshare" /c:" -XX:AOT" /c:" -XX:SharedArchiveFile" >nul && set "archived="

if not defined archived goto plainly
"%java%" %options% %hasty% "%use_archive%=%archive%" %VALIDA_JAVA_OPTS% -cp "%jar%" org.valida.cli.Main %command% %*
set "status=%ERRORLEVEL%"
goto finish
:plainly
"%java%" %options% %hasty% %VALIDA_JAVA_OPTS% -cp "%jar%" org.valida.cli.Main %command% %*
set "status=%ERRORLEVEL%"

:finish
if not defined pausing exit /b %status%
echo.
pause
rem Without /b: what stands behind an ampersand of a dropped file's name would be run as a command.
exit %status%

rem Success: there is no jar, or a source is newer than it.
:stale
if not exist "%jar%" exit /b 0
if not exist "%root%pom.xml" exit /b 1
powershell -NoProfile -NonInteractive -Command "Set-Location -LiteralPath $env:root; $t = (Get-Item -LiteralPath $env:jar).LastWriteTimeUtc; if (Get-ChildItem pom.xml, validator-*/pom.xml, validator-*/src/main, reference-server/pom.xml, reference-server/src/main, schemas -Recurse | Where-Object { $_.LastWriteTimeUtc -gt $t } | Select-Object -First 1) { exit 0 } else { exit 1 }" <nul
exit /b %ERRORLEVEL%

:build
if not exist "%java_home%\bin\javac.exe" (
  echo valida: must be built first, which needs a JDK: "%java_home%" has no compiler; set JAVA_HOME to a JDK 17 or newer 1>&2
  exit /b 2
)
where /q mvn
if errorlevel 1 (
  echo valida: must be built first, which needs Maven 3.8 or newer; there is no mvn on PATH 1>&2
  exit /b 2
)
echo valida: building (the first time, Maven fetches what it needs, which may take some minutes) 1>&2
del /f /q "%cache%\classes-*" "%jar%" 2>nul
for /d %%m in ("%root%validator-*" "%root%reference-server*") do if exist "%%m\target\classes-quick" rmdir /s /q "%%m\target\classes-quick"
pushd "%root%"
set "JAVA_HOME=%java_home%"
call mvn -q -B -ntp -DskipTests -Dvalida.quick package -pl validator-cli -am <nul 1>&2
if errorlevel 1 (
  popd
  echo valida: could not be built; what Maven says stands above 1>&2
  exit /b 2
)
popd
exit /b 0

rem Success: files can be made in the folder for archives.
:writable
if not exist "%cache%" mkdir "%cache%" 2>nul
mkdir "%cache%\writable" 2>nul
if not exist "%cache%\writable" exit /b 1
rmdir "%cache%\writable"
exit /b 0

rem Makes the archive by a run that loads what most runs load. An empty file: this Java makes none.
:train
set "part=%archive%.%RANDOM%"
> "%part%.json" echo {"dat_consulta": "2026-01-15T10:00:00Z", "ente": [{"cod_municipio": 4314902, "num_ano": 2024, "num_periodo": 2, "despesa": [{"cod_fonte": 0, "des_elemento_despesa": "33903000000", "vlr_despesa_empenhada": 1.0, "vlr_despesa_liquidada": 1.0, "vlr_despesa_paga": 1.00}]}, {"sgl_uf": "RS", "cod_municipio": 4314902, "num_ano": 2020, "num_periodo": 6, "despesa": [{"cod_fonte": 111, "des_elemento_despesa": "33903000000", "vlr_despesa_empenhada": 3.5, "vlr_despesa_liquidada": 2.5, "vlr_despesa_paga": 1.5}, {"cod_fonte": 111, "des_elemento_despesa": "33903200000", "vlr_despesa_empenhada": 3.5, "vlr_despesa_liquidada": 2.5, "vlr_despesa_paga": 1.5}]}]}
if not exist "%part%.json" exit /b 0
> "%part%.lote.json" echo [{"cpf": "24204542867", "nome": "Iara Sapucaia", "dataNascimento": "2014-05-20", "nomeMaeEstudante": "Potira Violeta", "inep": 35012345, "serieAno": 17, "dataInicioMatricula": "2025-02-03", "cep": "0"}]
set "making=-XX:AOTCacheOutput=%part%"
if %major% lss 25 set "making=-XX:DumpLoadedClassList=%part%.list"
"%java%" %options% "%making%" -cp "%jar%" org.valida.cli.Main check --format text --format json=NUL "%part%.json" "%part%.lote.json" >nul 2>&1 <nul
rem Of the classes that were loaded an archive is made that has Java's own in it, too, and needs no other.
if %major% lss 25 "%java%" -XX:+UseG1GC -Xlog:disable -Xshare:dump "-XX:SharedClassListFile=%part%.list" "-XX:SharedArchiveFile=%part%" -cp "%jar%" >nul 2>&1 <nul
"%java%" %options% "%use_archive%=%part%" -cp "%jar%" org.valida.cli.Main --version <nul >nul 2>&1
if errorlevel 1 type nul > "%part%"
if not exist "%part%" type nul > "%part%"
move /y "%part%" "%archive%" >nul 2>&1
del /q "%part%.json" "%part%.lote.json" "%part%.list" 2>nul
exit /b 0

rem Sets bytes to the size of the payloads, or 0 where it is not known or large; numbers end at 2147483647 here.
:payloads
if "%~2"=="" exit /b 0
set "argument=%~2"
if "%argument:~0,1%"=="-" if not "%argument%"=="-" goto nextpayload
if /i not "%~x2"==".json" if /i not "%~x2"==".jsonl" if /i not "%~x2"==".ndjson" goto unknownpayload
if exist "%~2\" goto unknownpayload
if not exist "%~2" goto nextpayload
if "%~z2"=="" goto unknownpayload
if %~z2 gtr 1000000000 goto unknownpayload
set /a bytes+=%~z2
if %bytes% gtr 1000000000 goto unknownpayload
:nextpayload
shift /2
goto payloads
:unknownpayload
set /a bytes=0
exit /b 0
