# Makes target\package\labelwright on Windows (with "msi" as argument, an installer; that needs the WiX toolset).
# Needs Maven and a JDK 25 in JAVA_HOME.
param([string]$Type = "app-image")
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..\..")
if (-not $env:JAVA_HOME -or -not (Test-Path "$env:JAVA_HOME\bin\jlink.exe")) {
    throw "Set JAVA_HOME to a JDK 25 or newer."
}
mvn -q -DskipTests package
if ($LASTEXITCODE -ne 0) { throw "The build failed." }
$version = ([xml](Get-Content pom.xml)).project.version

$work = "target\package"
Remove-Item -Recurse -Force $work -ErrorAction SilentlyContinue
New-Item -ItemType Directory -Force "$work\javafx", "$work\input" | Out-Null
Get-ChildItem target\labelwright\lib\*.jar | ForEach-Object {
    if ($_.Name -like "javafx-*-win*.jar") { Copy-Item $_ "$work\javafx" }
    elseif ($_.Name -notlike "javafx-*") { Copy-Item $_ "$work\input" }
}
& "$env:JAVA_HOME\bin\jlink" "@jlink.conf" --module-path "$work\javafx" --output "$work\runtime"
if ($LASTEXITCODE -ne 0) { throw "jlink failed." }
# one launcher with a window, one for the console
Set-Content "$work\console.properties" "win-console=true"
& "$env:JAVA_HOME\bin\jpackage" --type $Type --name labelwright --app-version $version `
    --input "$work\input" --main-jar "labelwright-$version.jar" --main-class labelwright.launch.Main `
    --runtime-image "$work\runtime" --icon assets\icon\labelwright.ico --dest $work `
    --add-launcher "labelwright-cli=$work\console.properties" "@packaging/java-options.conf"
if ($LASTEXITCODE -ne 0) { throw "jpackage failed." }
