#!/usr/bin/env bash
# Proves the two commands on a bare Debian: debian_proof.sh SUITE FOLDER [options]
#
#   SUITE            bookworm or trixie
#   FOLDER           where the roots are made (some 3 GB; FOLDER/base-SUITE is kept and used again)
#   --as "SCENE..."  which of refused, root, sudo, asked, user, breaks and display (default: all
#                    but display), each in a fresh root
#   --display :N     an X server of this machine that listens on its abstract socket and
#                    asks for no key, for "display" (Xvfb :N -ac)
#   --ca-bundle FILE the certificates of this network, where it has its own (else SSL_CERT_FILE)
#   --mirror URL     the Debian mirror
#
# Bare means: debootstrap's minbase and python3 without its recommendations. No pip, no
# ensurepip, no certificates, no Qt libraries, no fonts, no display. What is tried is the commit
# that is checked out, on two cores. Ends with a table of all steps; exit code 1 if one failed.
# Needs root, debootstrap, git and iproute2. Mounts and processes live in namespaces of their
# own and vanish with this script.
set -euo pipefail

suite=${1:?which suite: bookworm or trixie}
folder=$(realpath -m "${2:?which folder to make the roots in}")
shift 2
mirror=http://deb.debian.org/debian ca_bundle=${SSL_CERT_FILE:-} display=""
who="refused root sudo asked user breaks"
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
table=$folder/$suite.table
place=/home/agent/supportdesk
last_line='offline engine: no model wrote this; add a key to let Claude write'
password='only for this root'
tour_seconds=60
test_seconds=300

if [[ -z ${IN_NAMESPACE:-} ]]; then
    options=(--as "$who" --mirror "$mirror" --display "$display" ${ca_bundle:+--ca-bundle "$ca_bundle"})
    IN_NAMESPACE=1 exec unshare --mount --pid --fork --kill-child "$0" "$suite" "$folder" "${options[@]}"
fi

# -- the root ----------------------------------------------------------------------------------

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
    quietly inside root apt-get install -y -qq --no-install-recommends python3
    # A network's own certificates lie where update-ca-certificates will find them,
    # one a file; the package that runs it is still missing.
    mkdir -p "$root/usr/local/share/ca-certificates"
    [[ -z $ca_bundle ]] || awk -v at="$root/usr/local/share/ca-certificates/" \
        '/BEGIN CERT/ {n++} n {print > (at n ".crt")}' "$ca_bundle"
    inside root useradd --create-home --shell /bin/bash agent
    git clone -q "$checkout" "$root$place"
    inside root chown -R agent: $place
    echo "bare $suite: $(du -sxm "$root" | cut -f1) MB, $(packages | wc -l) packages," \
        "$(inside root python3 --version)"
    for module in pip ensurepip; do
        if inside root python3 -c "import $module" 2>/dev/null; then
            echo "not bare: python3 has $module" >&2
            exit 1
        fi
    done
    [[ ! -e $root/usr/share/fonts && ! -e $root/etc/ssl/certs/ca-certificates.crt ]]
}

drop_root() {
    umount -R -l "$root/dev" "$root/proc"  # lazily: a dying browser may hold a device
    rm -rf --one-file-system "$root"
}

packages() {
    inside root dpkg-query -W -f '${Package} ${Version} ${Status}\n'
}

# inside USER COMMAND...: on two cores, with nothing of this machine's environment but the way
# to the package index; without any network but its own loopback where $apart is set.
inside() {
    local user=$1 names name
    local -a way=() alone=()
    shift
    names="http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY"
    for name in $names UV_DEFAULT_INDEX PIP_INDEX_URL; do
        [[ -z ${!name:-} ]] || way+=("$name=${!name}")
    done
    [[ -z ${apart:-} ]] || alone=(unshare --net sh -c 'ip link set lo up && exec "$@"' sh)
    "${alone[@]}" taskset -c 0,1 chroot "$root" \
        setpriv --reuid "$user" --regid "$user" --init-groups env -i "${way[@]}" \
        HOME="$(chroot "$root" getent passwd "$user" | cut -d: -f6)" USER="$user" \
        DEBIAN_FRONTEND=noninteractive SUPPORTDESK_BREAK_AT="${break_at:-}" \
        DISPLAY="${shown_on:-}" ${continuous:+CI=$continuous} \
        PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "$@" </dev/null
}

quietly() {
    "$@" >"$folder/$suite.quiet" 2>&1 || { cat "$folder/$suite.quiet" >&2; return 1; }
}

# -- what is tried -----------------------------------------------------------------------------

# desk USER EXPECTED-CODE ARGUMENTS...: runs the runner, shows its output, notes a row of the
# table. $limit is the most seconds it may take, $note says what is special.
desk() {
    local user=$1 expected=$2 code=0 started=$SECONDS seconds wrong=""
    shift 2
    echo "--- $suite, $scene, $user: python3 packaging/desk.py${*:+ $*}${note:+ ($note)}"
    inside "$user" sh -c "cd $place && exec python3 packaging/desk.py \"\$@\"" sh "$@" \
        >"$folder/$suite.out" 2>&1 || code=$?
    seconds=$((SECONDS - started))
    show
    echo "--- exit $code after $seconds s, root now $(du -sxm "$root" | cut -f1) MB"
    [[ $code == "$expected" ]] || wrong="exit $code"
    ((seconds <= ${limit:-9999})) || wrong+=" more than $limit s"
    if [[ $code == 0 && -z ${shown_on:-} && " $* " != *" test "* && " $* " != *" --dry-run "* ]]; then
        [[ $(tail -1 "$folder/$suite.out") == "$last_line" ]] || wrong+=" another last line"
    fi
    row "$user: desk.py${*:+ $*}${note:+, $note}: exit $expected" "$seconds" "${limit:-}" "$wrong"
}

show() { # the runner's own words, without those of the shell that saw it die
    sed -e '/: line [0-9]*: .* Killed /d' -e 's/^/    /' "$folder/$suite.out"
}

# row WHAT SECONDS LIMIT WRONG: one line of the table; WRONG is empty where all is well.
row() {
    printf '| %-8s | %-88s | %4s | %4s | %s |\n' "$scene" "$1" "$2" "$3" "${4:-passed}" >>"$table"
    [[ -z $4 ]] || echo "FAILED: $1: $4" >&2
}

# holds WHAT COMMAND...: a row for something that must be so after a run.
holds() {
    local what=$1 wrong=""
    shift
    "$@" || wrong="not so"
    row "$what" "" "" "$wrong"
}

said() { grep -qF -- "$1" "$folder/$suite.out"; }

line_said() { grep -o 'apt-get install .*' "$folder/$suite.out" | tail -1; }

state() { # all packages, and every file of the checkout but bytecode
    packages
    find "$root$place" -not -path '*/.git/*' -not -path '*/__pycache__*' -printf '%P %s %T@ %U\n' \
        | grep -v '^packaging' | sort
}

as_refused() {
    local before
    before=$(state)
    note="no right to install" desk agent 3
    holds "the exact line is said" said "sudo apt-get install -y --no-install-recommends"
    desk agent 0 --dry-run
    holds "what would be done is said" said "Would run: sudo apt-get install"
    desk root 0 --dry-run
    desk root 3 --no-system
    holds "the exact line is said" said "apt-get install -y --no-install-recommends"
    desk root 3 test --no-system
    holds "no package and no file has changed" test "$before" == "$(state)"
}

as_root() {
    inside root chown -R root: $place
    note="set-up and tour" desk root 0 --yes
    limit=$tour_seconds desk root 0
    note="no network" apart=yes limit=$tour_seconds desk root 0
    note="set-up of the tests" desk root 0 test --collect-only
    note="no network, CI" apart=yes continuous=true limit=$test_seconds desk root 0 test
    holds "nothing was left out" bash -c "! grep -q 'Not run:' '$folder/$suite.out'"
}

as_sudo() {
    quietly inside root apt-get install -y -qq --no-install-recommends sudo
    echo "agent ALL=(ALL) NOPASSWD: ALL" >"$root/etc/sudoers.d/agent"
    note="set-up and tour" desk agent 0 --yes
    limit=$tour_seconds desk agent 0
    note="set-up of the tests" desk agent 0 test --collect-only
    limit=$test_seconds desk agent 0 test
    holds "nothing was left out" bash -c "! grep -q 'Not run:' '$folder/$suite.out'"
}

# A sudo that wants a password: refused where nobody can be asked, asked at a terminal.
as_asked() {
    quietly inside root apt-get install -y -qq --no-install-recommends sudo
    echo "agent ALL=(ALL) ALL" >"$root/etc/sudoers.d/agent"
    echo "agent:$password" | chroot "$root" chpasswd
    note="no terminal" desk agent 3
    holds "the exact line is said" said "sudo apt-get install -y --no-install-recommends"
    at_a_terminal n 3
    at_a_terminal y 0
}

# at_a_terminal ANSWER EXPECTED-CODE: answers the question and sudo, as a person would.
at_a_terminal() {
    local code=0 started=$SECONDS wrong=""
    echo "--- $suite, $scene, agent at a terminal answers $1: python3 packaging/desk.py"
    inside agent python3 -c '
import os, pty, sys
answer, password, folder = sys.argv[1:]
child, terminal = pty.fork()
if not child:
    os.chdir(folder)
    os.execvp("python3", ["python3", "packaging/desk.py"])
waiting = {"Install them now? [Y/n]": answer, "password for agent": password}
seen = ""
while True:
    try:
        piece = os.read(terminal, 4096).decode(errors="replace")
    except OSError:
        break
    print(piece.replace("\r", ""), end="", flush=True)
    seen += piece
    for question in [question for question in waiting if question in seen]:
        os.write(terminal, waiting.pop(question).encode() + b"\n")
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
' "$1" "$password" $place >"$folder/$suite.out" 2>&1 || code=$?
    show
    [[ $code == "$2" ]] || wrong="exit $code"
    said "Install them now? [Y/n]" || wrong+=" no question"
    row "agent at a terminal: desk.py, answers $1: exit $2" $((SECONDS - started)) "" "$wrong"
}

# Without any right: refused with a line; once an administrator ran that line, it works.
as_user() {
    desk agent 3
    local line
    line=$(line_said)
    desk agent 3 test
    quietly inside root apt-get install -y -qq --no-install-recommends ca-certificates
    note="no Qt libraries" desk agent 0 test
    holds "what did not run is listed, the last line enables it" bash -c \
        "grep -q 'Not run:' '$folder/$suite.out' && tail -1 '$folder/$suite.out' | grep -q 'sudo apt-get install'"
    note="no Qt libraries, CI" continuous=true desk agent 1 test tests/text tests/ui tests/storage
    quietly inside root sh -c "$line"
    note="after the line" desk agent 0
}

# Everything in the root is killed at once, as by a power cut, while something is under way;
# then at every point that the runner names. The next start must go on each time.
as_breaks() {
    inside root chown -R root: $place
    power_cut "apt unpacks" 'grep -qsx dpkg "$root"/proc/[0-9]*/comm'
    note="again" desk root 0
    rm -rf "$root$place/.venv" "$root/root/.cache"
    power_cut "uv is downloaded" 'compgen -G "$root$place/.venv/uv/*.wheel" >/dev/null'
    note="again" desk root 0
    rm -rf "$root$place/.venv" "$root/root/.cache"
    power_cut "uv installs packages" \
        '(($(compgen -G "$root$place/.venv/lib/python3*/site-packages/*.dist-info" | wc -l) >= 10))'
    note="again" desk root 0
    local break_at
    for break_at in $(grep -rhoP 'reached\("\K[^"]+' "$checkout/packaging/desk_steps" | sort -u); do
        [[ $break_at != packages-installed ]] || continue  # by now they are
        rm -rf "$root$place/.venv"
        note="killed at $break_at" desk root 137
        break_at="" note="again" desk root 0
    done
}

# power_cut WHEN CONDITION: starts the first command and ends it when CONDITION holds.
power_cut() {
    local when=$1 condition=$2 wrong="" running code=0 process
    echo "--- $suite, $scene, root: python3 packaging/desk.py, killed while $when"
    inside root sh -c "cd $place && exec python3 packaging/desk.py" >"$folder/$suite.out" 2>&1 &
    running=$!
    until eval "$condition"; do
        kill -0 $running 2>/dev/null || { wrong="it ended before"; break; }
        sleep 0.01
    done
    for process in "$root"/proc/[0-9]*; do
        [[ $(readlink "$process/root" 2>/dev/null) != "$root" ]] || kill -9 "${process##*/}" 2>/dev/null || true
    done
    wait $running || code=$?
    show
    [[ $code == 137 ]] || wrong+=" exit $code"
    row "root: desk.py, killed with all its children while $when" "" "" "$wrong"
}

# The window opens on a display; the tour in it only makes it close again.
as_display() {
    local shown_on=${display:?--display is needed}
    inside root chown -R root: $place
    note="set-up" desk root 0 -- --tour
    holds "the window was on the display" said "Pictures (xcb"
    limit=$tour_seconds desk root 0 -- --tour
}

finish() {
    local code=$?
    printf '\n| %-8s | %-88s | %4s | %4s | %s |\n' scene "on $suite, two cores" s most outcome
    printf '|----------|%s|------|------|---------|\n' "$(printf -- '-%.0s' {1..90})"
    cat "$table"
    if ((code)) || ! grep -q 'passed |$' "$table" || grep -vq 'passed |$' "$table"; then
        echo "NOT proven on $suite: $who"
        exit 1
    fi
    echo "proven on $suite: $who, $(git -C "$checkout" rev-parse --short HEAD)"
}

mkdir -p "$folder"
: >"$table"
trap finish EXIT
for scene in $who; do
    make_root
    "as_$scene"
    drop_root
done
