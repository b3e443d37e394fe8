#!/usr/bin/env bash
# Makes Labelwright.app in target/package on macOS (with "dmg" as argument, a disk image). Needs Maven and a JDK 25.
set -euo pipefail
cd "$(dirname "$0")/../.."
type=${1:-app-image}
jdk=$(/usr/libexec/java_home -v 25+ 2>/dev/null) || { echo "No JDK 25 or newer found. Install one first." >&2; exit 1; }
mvn -q -DskipTests package
version=$(sed -n 's/.*<version>\(.*\)<\/version>.*/\1/p' pom.xml | head -n 1)

work=target/package
rm -rf "$work"
mkdir -p "$work/javafx" "$work/input" "$work/labelwright.iconset"
for jar in target/labelwright/lib/*.jar; do
    case $(basename "$jar") in
    javafx-*-mac*.jar) cp "$jar" "$work/javafx/" ;;
    javafx-*) ;;
    *) cp "$jar" "$work/input/" ;;
    esac
done
for size in 16 32 64 128 256 512; do
    sips -z $size $size assets/icon/labelwright-512.png --out "$work/labelwright.iconset/icon_${size}x${size}.png" >/dev/null
done
iconutil -c icns "$work/labelwright.iconset" -o "$work/labelwright.icns"

"$jdk/bin/jlink" @jlink.conf --module-path "$work/javafx" --output "$work/runtime"
# a bundle version on macOS may not start with 0
"$jdk/bin/jpackage" --type "$type" --name Labelwright --app-version "1.${version#*.}" \
    --input "$work/input" --main-jar "labelwright-$version.jar" --main-class labelwright.launch.Main \
    --runtime-image "$work/runtime" --icon "$work/labelwright.icns" --dest "$work" @packaging/java-options.conf
