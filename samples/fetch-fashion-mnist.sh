#!/bin/sh
# Brings all of Fashion-MNIST (70,000 pictures in four files, 31 MB) to samples/fashion-mnist, from Debian's package.
set -eu
package=dataset-fashion-mnist
files='train-images-idx3-ubyte.gz train-labels-idx1-ubyte.gz t10k-images-idx3-ubyte.gz t10k-labels-idx1-ubyte.gz'
cd "$(dirname "$0")"

complete() {
    for file in $files; do [ -s "fashion-mnist/$file" ] || return 1; done
}

give_up() {
    echo "$1" >&2
    echo "Or put the four files into $(pwd)/fashion-mnist by hand: $files" \
        "(on GitHub they are in data/fashion of zalandoresearch/fashion-mnist)." >&2
    exit 1
}

if ! complete; then
    if ! dpkg -L $package >/dev/null 2>&1; then
        command -v apt-get >/dev/null || give_up "Fashion-MNIST comes as a Debian package, but there is no apt-get here."
        [ "$(id -u)" -eq 0 ] || give_up "Fashion-MNIST is not installed. Run: sudo apt-get install $package"
        { apt-get update -qq && apt-get install -qq --no-install-recommends $package; } >&2 ||
            give_up "The Debian package $package could not be installed."
    fi
    mkdir -p fashion-mnist
    for file in $files; do
        source=$(dpkg -L $package | grep "/$file\$") || give_up "The package $package holds no $file."
        ln -sf "$source" fashion-mnist/ 2>/dev/null || cp "$source" fashion-mnist/
    done
    complete || give_up "The files of the package $package are empty."
fi
echo "Fashion-MNIST is in $(pwd)/fashion-mnist."
