#!/bin/sh
# Trains every sample whose data is there in full, or those that are named, and prints a table:
#     samples/train-all.sh [--seed=N] [NAME …]
# Build first (mvn -q -DskipTests package), or set NETLOOM to another launcher. Runs land in each sample's `runs` folder.
set -eu
cd "$(dirname "$0")"
netloom=${NETLOOM:-../app/target/netloom/bin/netloom}
seed=
case ${1:-} in
    --seed=*)
        seed=$1
        shift
        ;;
esac
[ $# -gt 0 ] || set -- $(for project in */*.netloom; do dirname "$project"; done)

echo '| sample | test | epochs | seconds |'
echo '|---|---|---|---|'
failed=0
for name in "$@"; do
    if [ ! -f "$name/$name.netloom" ]; then
        echo "There is no sample $name." >&2
        failed=1
        continue
    fi
    folder=$(sed -n 's/^ *"idx" : "\([^"]*\)".*/\1/p' "$name/$name.netloom")
    if [ -n "$folder" ] && [ -z "$(find "$name/$folder/" -name '*images-idx3-ubyte*' 2>/dev/null)" ]; then
        case $folder in
            *fashion-mnist) fetch=fetch-fashion-mnist.sh ;;
            *) fetch=fetch-mnist.sh ;;
        esac
        echo "$name is left out: its data is not there. samples/$fetch brings it." >&2
        continue
    fi
    start=$(date +%s)
    if ! log=$("$netloom" train ${seed:+"$seed"} "$name/$name.netloom"); then
        failed=1
        continue
    fi
    end=$(date +%s)
    test=$(echo "$log" | sed -n 's/^ *test  *//p')
    epochs=$(echo "$log" | grep -c '^epoch ')
    echo "| $name | $test | $epochs | $((end - start)) |"
done
exit $failed
