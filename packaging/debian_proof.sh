#!/usr/bin/env bash
# Proves the two commands on a bare Debian: debian_proof.sh SUITE FOLDER [options]
#
#   SUITE            bookworm or trixie
#   FOLDER           where the roots are made (some 3 GB; FOLDER/base-SUITE is kept and used again)
#   --as "WHO..."    which of root, sudo, user, breaks and display (default: the first
#                    four), each in a fresh root
#   --display :N     an X server of this machine that listens on its abstract socket and
#                    asks for no key, for "display" (Xvfb :N -ac)
#   --ca-bundle FILE the certificates of this network, where it has its own
#   --mirror URL     the Debian mirror
#
# Bare means: debootstrap's minbase and python3 without its recommendations. No pip, no
# ensurepip, no certificates, no Qt libraries, no fonts, no display. Needs root, and
# debootstrap. The mounts live in a namespace of their own and vanish with this script.
set -euo pipefail

suite=${1:?which suite: bookworm or trixie}
folder=$(realpath -m "${2:?which folder to make the roots in}")
shift 2
mirror=http://deb.debian.org/debian ca_bundle="" who="root sudo user breaks" display=""
while (($#)); do
    case $1 in
        --as) who=$2 ;;
        --display) display=$2 ;;
        --ca-bundle) ca_bundle=$(realpath "$2") ;;
        --mirror) mirror=$2 ;;
        *) echo "unknown option $1" >&2; exit 2 ;;
    esac
    shift 2
done
checkout=$(realpath "$(dirname "$0")/..")
base=$folder/base-$suite
root=$folder/$suite

if [[ -z ${IN_NAMESPACE:-} ]]; then
    options=(--as "$who" --mirror "$mirror" --display "$display" ${ca_bundle:+--ca-bundle "$ca_bundle"})
    IN_NAMESPACE=1 exec unshare --mount --pid --fork --kill-child "$0" "$suite" "$folder" "${options[@]}"
fi

make_root() {
    if [[ ! -e $base/.complete ]]; then
        rm -rf "$base"
        mkdir -p "$folder"
        debootstrap --variant=minbase "$suite" "$base" "$mirror" >"$folder/debootstrap.log"
        touch "$base/.complete"
    fi
    rm -rf --one-file-system "$root"
    cp -a "$base" "$root"
    cp /etc/resolv.conf "$root/etc/resolv.conf"
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
    inside root apt-get update -qq
    inside root apt-get install -y -qq --no-install-recommends python3 >/dev/null
    # A network's own certificates lie where update-ca-certificates will find them,
    # one a file; the package that runs it is still missing.
    mkdir -p "$root/usr/local/share/ca-certificates"
    [[ -z $ca_bundle ]] || awk -v at="$root/usr/local/share/ca-certificates/" \
        '/BEGIN CERT/ {n++} n {print > (at n ".crt")}' "$ca_bundle"
    inside root useradd --create-home --shell /bin/bash agent
    git clone -q "$checkout" "$root/home/agent/supportdesk"
    inside root chown -R agent: /home/agent/supportdesk
    echo "bare $suite: $(du -sxm "$root" | cut -f1) MB, $(inside root dpkg-query -f . -W | wc -c) packages," \
        "$(inside root python3 --version)"
}

drop_root() {
    umount -R -l "$root/dev" "$root/proc"  # lazily: a dying browser may hold a device
    rm -rf --one-file-system "$root"
}

inside() {
    local user=$1
    shift
    chroot "$root" setpriv --reuid "$user" --regid "$user" --init-groups env -i \
        HOME="$(chroot "$root" getent passwd "$user" | cut -d: -f6)" USER="$user" \
        DEBIAN_FRONTEND=noninteractive SUPPORTDESK_BREAK_AT="${break_at:-}" \
        DISPLAY="${shown_on:-}" \
        PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "$@" </dev/null
}

# desk USER EXPECTED-CODE ARGUMENTS...: runs the runner, shows its output and the seconds.
desk() {
    local user=$1 expected=$2 code=0 started=$SECONDS
    shift 2
    echo "--- $suite, $user: python3 packaging/desk.py $*"
    inside "$user" sh -c 'cd /home/agent/supportdesk && exec python3 packaging/desk.py "$@"' sh "$@" \
        >"$folder/$suite.out" 2>&1 || code=$?
    show
    echo "--- exit $code after $((SECONDS - started)) s, root now $(du -sxm "$root" | cut -f1) MB"
    if [[ $code != "$expected" ]]; then
        echo "FAILED: exit code $expected was expected" >&2
        exit 1
    fi
}

show() { # the runner's own words, without those of the shell that saw it die
    sed -e '/: line [0-9]*: .* Killed /d' -e 's/^/    /' "$folder/$suite.out"
}

as_root() {
    inside root chown -R root: /home/agent/supportdesk
    desk root 0
    desk root 0
    desk root 0 test
}

as_sudo() {
    inside root apt-get install -y -qq --no-install-recommends sudo >/dev/null
    echo "agent ALL=(ALL) NOPASSWD: ALL" >"$root/etc/sudoers.d/agent"
    desk agent 0
    desk agent 0 test
}

# A kill -9 at every point that the runner names, then in the middle of whatever runs:
# the next start must always go on, and the last one must end well.
as_breaks() {
    inside root chown -R root: /home/agent/supportdesk
    local break_at seconds code
    for break_at in $(grep -rhoP 'reached\("\K[^"]+' "$checkout/packaging/desk_steps" | sort -u); do
        rm -rf "$root/home/agent/supportdesk/.venv"
        desk root 137
        break_at="" desk root 0 --dry-run
    done
    break_at=""
    desk root 0
    drop_root
    make_root
    for seconds in 1 2 3 4 5 6 7 8 9 10 12 14 16 18 20; do
        code=0
        inside root setsid --wait bash -c 'cd /home/agent/supportdesk
            (sleep '$seconds'; kill -9 -- -$$) & exec python3 packaging/desk.py' \
            >"$folder/$suite.out" 2>&1 || code=$?
        echo "--- killed with all its children after $seconds s: exit $code"
        show | tail -2
        ((code)) || break
    done
    desk root 0
    desk root 0 test
}

as_display() {
    local shown_on=${display:?--display is needed}
    inside root chown -R root: /home/agent/supportdesk
    desk root 0
}

# Without any right: refused with a line; once an administrator ran that line, it works.
as_user() {
    desk agent 3
    local line
    line=$(grep -o 'apt-get install .*' "$folder/$suite.out" | tail -1)
    desk agent 3 test
    inside root apt-get install -y -qq --no-install-recommends ca-certificates >/dev/null
    desk agent 0 test
    inside root sh -c "$line" >/dev/null
    desk agent 0
    desk agent 0 test
}

for one in $who; do
    make_root
    "as_$one"
    drop_root
done
echo "proven on $suite: $who"
