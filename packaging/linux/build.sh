#!/usr/bin/env bash
# Makes a self-contained app image in target/package/labelwright (and, with "deb" as argument, a Debian package).
# Needs Maven and a JDK 25 (JAVA_HOME, or the newest one under /usr/lib/jvm). "deb" needs the packages fakeroot and dpkg-dev.
set -euo pipefail
cd "$(dirname "$0")/../.."
type=${1:-app-image}

find_jdk() {
    for home in "${JAVA_HOME:-}" $(ls -d /usr/lib/jvm/* 2>/dev/null | sort -rV); do
        if [ -x "$home/bin/jlink" ] && "$home/bin/java" -version 2>&1 | grep -qE 'version "(2[5-9]|[3-9][0-9])'; then
            echo "$home"
            return
        fi
    done
    echo "No JDK 25 or newer found. Install one, or set JAVA_HOME to it." >&2
    exit 1
}

if [ "$type" = deb ]; then
    for tool in fakeroot dpkg-deb; do
        command -v "$tool" >/dev/null || { echo "The command $tool is missing: install the Debian package fakeroot or dpkg-dev." >&2; exit 1; }
    done
fi
jdk=$(find_jdk)
mvn -q -DskipTests package
version=$(sed -n 's/.*<version>\(.*\)<\/version>.*/\1/p' pom.xml | head -n 1)

work=target/package
rm -rf "$work"
mkdir -p "$work/javafx" "$work/input"
# JavaFX goes into the runtime as modules, everything else onto the class path
for jar in target/labelwright/lib/*.jar; do
    case $(basename "$jar") in
    javafx-*-linux*.jar) cp "$jar" "$work/javafx/" ;;
    javafx-*) ;;
    *) cp "$jar" "$work/input/" ;;
    esac
done

"$jdk/bin/jlink" @jlink.conf --module-path "$work/javafx" --output "$work/runtime"
"$jdk/bin/jpackage" --type "$type" --name labelwright --app-version "$version" \
    --description "Label pictures offline and train models on your own machine" \
    --input "$work/input" --main-jar "labelwright-$version.jar" --main-class labelwright.launch.Main \
    --runtime-image "$work/runtime" --icon assets/icon/labelwright-256.png --dest "$work" \
    @packaging/java-options.conf
echo "Made: $(ls -d "$work"/labelwright* | head -n 1)"
