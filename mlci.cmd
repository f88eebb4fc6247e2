@echo off
rem Runs mlci. Builds it first where it is missing or older than its sources; that needs Maven and takes about a minute.
rem JAVA_HOME or java on the path is used; MLCI_JAVA_OPTS is handed to it.
setlocal
set "HERE=%~dp0"
set "JAR=%HERE%cli\target\mlci.jar"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"

if not exist "%JAR%" goto build
powershell -NoProfile -Command "$jar = (Get-Item $env:JAR).LastWriteTime; $new = Get-ChildItem -Recurse -File -Path (Join-Path $env:HERE 'pom.xml'), (Join-Path $env:HERE 'cli\pom.xml'), (Join-Path $env:HERE 'cli\src\main'), (Join-Path $env:HERE '*\engine\pom.xml'), (Join-Path $env:HERE '*\engine\src\main') | Where-Object { $_.LastWriteTime -gt $jar } | Select-Object -First 1; if ($new) { exit 1 }"
if not errorlevel 1 goto run

:build
echo mlci: building it from its sources, which takes about a minute ... 1>&2
call mvn -q -B -f "%HERE%pom.xml" -pl cli -am -DskipTests -Dspotless.check.skip -Dspotbugs.skip package 1>&2
if errorlevel 1 (
  echo mlci: the build failed, see above. 1>&2
  exit /b 1
)

:run
"%JAVA%" %MLCI_JAVA_OPTS% -jar "%JAR%" %*
exit /b %errorlevel%
