#!/usr/bin/env bash
# Tries the .deb as somebody does who has never heard of Java: in a clean Debian, without Java and, once it is installed, without network.
#
#     sudo installer/src/try/try-deb.sh installer/target/packages/*.deb [FOLDER]
#
# It makes the Debian in FOLDER (default /var/tmp/netloom-try; taken again if it is there), installs the package with apt, trains a sample on the command
# line and another in the window, takes its picture (FOLDER/window.png), and removes the package. Needs debootstrap and root.
set -euo pipefail

if [[ ${IN_NAMESPACE:-} != yes ]]; then # so that what is mounted is gone when we end
    IN_NAMESPACE=yes exec unshare --mount --propagation private "$0" "$@"
fi
deb=$(realpath "$1")
folder=${2:-/var/tmp/netloom-try}
root=$folder/root
suite=bookworm
mirror=$(apt-get indextargets --format '$(SITE)' | grep -v security | head -n 1 || true)

say() { echo "== $*"; }
fail() { echo "FAILED: $*" >&2; exit 1; }
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
# As a user of that Debian, where no network is.
as_user() { unshare --net chroot "$root" su - ada -c "export LC_ALL=C.UTF-8; $1"; }
files() { inside find / -xdev \( -path /proc -o -path /sys -o -path /dev -o -path /home -o -path /tmp -o -path /var/cache -o -path /var/log \
    -o -path /var/lib/dpkg -o -path /var/lib/apt -o -path /root \) -prune -o -print | LC_ALL=C sort; }
wait_for() { # seconds, what, command
    for ((i = 0; i < $1 * 2; i++)); do
        if "${@:3}"; then return; fi
        sleep 0.5
    done
    fail "no $2 after $1 seconds"
}

mkdir -p "$folder"
if [[ ! -e $folder/clean ]]; then
    say "a clean Debian ($suite)"
    rm -rf "$root"
    debootstrap --variant=minbase "$suite" "$root" ${mirror:+"$mirror"} >"$folder/debootstrap.log"
    cp /etc/resolv.conf "$root/etc/"
    inside useradd --create-home --shell /bin/bash ada
    # What this trial looks and presses keys with; and two programs of every desktop that notice menu entries and file types.
    inside apt-get update -qq
    inside apt-get install -qq --no-install-recommends xvfb xdotool imagemagick procps shared-mime-info desktop-file-utils >"$folder/apt.log" 2>&1
    inside apt-get clean
    touch "$folder/clean"
fi
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
mount -t tmpfs tmpfs "$root/dev/shm"
mount -t tmpfs tmpfs "$root/tmp"
rm -rf "$root/home/ada"
cp -r "$root/etc/skel" "$root/home/ada"
inside chown -R ada:ada /home/ada
[[ -z $(inside sh -c 'command -v java || true') ]] || fail "there is a Java already"
inside dpkg-query -W -f '${Package}\n' | LC_ALL=C sort >"$folder/packages-before"
files >"$folder/files-before"

say "install"
cp "$deb" "$root/tmp/netloom.deb"
chmod 644 "$root/tmp/netloom.deb"
inside apt-get install -y --no-install-recommends /tmp/netloom.deb >"$folder/install.log" 2>&1 || { tail "$folder/install.log"; fail "apt"; }
rm "$root/tmp/netloom.deb"
say "installed: $(inside du -s --block-size=1MB /opt/netloom | cut -f1) MB; the package: $(du --block-size=1MB "$deb" | cut -f1) MB"
inside grep -q 'application/x-netloom:\*.netloom' /usr/share/mime/globs2 || fail "project files have no type"
inside grep -q 'application/x-netloom=netloom.desktop' /usr/share/applications/mimeinfo.cache || fail "project files do not open with Netloom"

say "command line, without network"
as_user 'netloom --version | grep "^Netloom [0-9]" && netloom --help >/dev/null' || fail "no version, or no help"
as_user 'cp -r /opt/netloom/lib/app/samples/xor xor && netloom train xor/xor.netloom | tail -n 4'
ls "$root"/home/ada/xor/runs/*/best.pt >/dev/null || fail "no model"
as_user 'netloom evaluate xor/xor.netloom' >/dev/null

say "window, without network"
as_user 'cp -r /opt/netloom/lib/app/samples/penguins penguins'
cat >"$root/tmp/window.sh" <<'WINDOW'
export DISPLAY=:77
Xvfb $DISPLAY -screen 0 1600x1000x24 -nolisten tcp >/dev/null 2>&1 &
server=$!
trap 'kill $server' EXIT
until [ -e /tmp/.X11-unix/X77 ]; do sleep 0.1; done
netloom penguins/penguins.netloom &
program=$!
for i in $(seq 60); do
    sleep 1
    if [ "$(import -window root -resize 200x125 -depth 8 -format %k info:)" -gt 200 ]; then break; fi
done
sleep 3
import -window root /tmp/opened.png
class=$(sed -n 's/^StartupWMClass=//p' /usr/share/applications/netloom.desktop)
if ! xdotool search --class "$class" >/tmp/windows; then
    echo "No window is of the class that the menu entry tells, $class" >&2
    kill $program
    exit 1
fi
xdotool mousemove 900 500 key --clearmodifiers ctrl+Return
for i in $(seq 120); do
    sleep 1
    if ls penguins/runs/*/best.pt >/dev/null 2>&1 && ! ls penguins/runs/*/process.json >/dev/null 2>&1; then break; fi
done
sleep 2
import -window root /tmp/window.png
xdotool key --clearmodifiers ctrl+q
for i in $(seq 20); do
    sleep 1
    kill -0 $program 2>/dev/null || exit 0
done
echo "The window does not close" >&2
kill $program
exit 1
WINDOW
as_user 'sh /tmp/window.sh' || fail "the window"
cp "$root/tmp/window.png" "$root/tmp/opened.png" "$folder/"
ls "$root"/home/ada/penguins/runs/*/best.pt >/dev/null || fail "nothing was trained in the window"
tail -n 1 "$root"/home/ada/penguins/runs/*/metrics.jsonl

say "what the user has now"
(cd "$root/home/ada" && find . -type f -not -path './xor/*' -not -path './penguins/*' -not -name '.bash*' -not -name .profile)
if (cd "$root/home/ada" && find . -name '*.so*' | grep .); then fail "native code was unpacked into the user's folder"; fi

say "remove"
inside apt-get purge -y --autoremove netloom >"$folder/purge.log" 2>&1 || { tail "$folder/purge.log"; fail "apt"; }
comm -13 "$folder/packages-before" <(inside dpkg-query -W -f '${Package}\n' | LC_ALL=C sort) | grep . && fail "packages stay" || true
files >"$folder/files-after"
if inside find / -xdev -iname '*netloom*' -not -path '/home/*' -not -path '/proc/*' -not -path '/var/log/*' -not -path '/tmp/*' | grep .; then fail "the above stays"; fi
echo "Beside it, of packages that came along: $(comm -13 "$folder/files-before" "$folder/files-after" | tr '\n' ' ')"
ls "$root"/home/ada/xor/xor.netloom "$root"/home/ada/penguins/runs/*/best.pt >/dev/null || fail "the user's projects are gone"
say "all is well; the pictures are $folder/opened.png and $folder/window.png"
