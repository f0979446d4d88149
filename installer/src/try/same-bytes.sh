#!/usr/bin/env bash
# Builds the same commit twice, in two folders, and compares every jar of the two, and the samples.
#
#     installer/src/try/same-bytes.sh [FOLDER]
set -euo pipefail
repository=$(cd "$(dirname "$0")/../../.." && pwd)
folder=${1:-$(mktemp -d)}
for build in one another; do
    rm -rf "${folder:?}/$build"
    git clone -q "$repository" "$folder/$build"
    (cd "$folder/$build" && mvn -q -DskipTests package)
    (cd "$folder/$build" && find app/target/netloom engine-adapter/target/*.jar -type f \( -name '*.jar' -o -path '*/samples/*' \) -print0 |
        LC_ALL=C sort -z | xargs -0 sha256sum) >"$folder/$build.sums"
done
if ! diff "$folder/one.sums" "$folder/another.sums"; then
    echo "The above differ." >&2
    exit 1
fi
echo "The same bytes twice: $(grep -c '\.jar$' "$folder/one.sums") jars, $(grep -vc '\.jar$' "$folder/one.sums") files of samples."
