#!/usr/bin/env bash
# Tries the recipes on the sample community, as far as this machine has what they are for; says what it skipped, and why. From the
# project's folder, after mvn package:
#
#   bash src/recipes/try.sh [servers | systemd | workflow | image]
#
# Debian has all of it: nginx caddy systemd shellcheck jq git buildah (and docker is preferred to buildah where it runs).
set -euo pipefail
cd "$(dirname "$0")/../.."
project=$PWD
recipes=$project/src/recipes
work=$(mktemp -d /var/tmp/orrery.XXXXXX)
pids=()
cleaning=()

finish() {
    for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
    for each in "${cleaning[@]}"; do "$each" || true; done
    rm -rf "$work"
}
trap finish EXIT

fail() {
    echo "FAILED: $*" >&2
    exit 1
}

has() {
    command -v "$1" >/dev/null
}

# A list of one feed, which lies beside it: no network is needed.
sampleList() {
    cat <<'LIST'
<opml version="2.0"><head><title>A planet</title></head><body>
<outline type="rss" text="The Larder" xmlUrl="larder.xml"/>
</body></opml>
LIST
}

# nobody FOLDER COMMAND…: runs it in the folder as a user without any rights, who may write there and to a /tmp of his own, and
# nowhere else. With how=exec, in place of the shell.
nobody() {
    local folder=$1
    shift
    chmod 755 "$work"
    chown -R 10001:10001 "$folder"
    # shellcheck disable=SC2016
    ${how:-} unshare --mount sh -c '
        mount --bind "$1" "$1"
        mount -o remount,bind,ro /
        mount -t tmpfs -o mode=1777,exec tmpfs /tmp
        cd "$1"
        shift
        ! setpriv --reuid=10001 --regid=10001 --clear-groups touch /var/tmp/here 2>/dev/null || exit 99
        exec setpriv --reuid=10001 --regid=10001 --clear-groups --no-new-privs --bounding-set=-all "$@"
    ' sh "$folder" "$@"
}

mayBeNobody() {
    [ "$(id -u)" = 0 ] && has unshare && has setpriv && unshare --mount true 2>/dev/null
}

for part in "${@:-servers systemd workflow image}"; do
    for each in $part; do
        # shellcheck source=/dev/null
        . "$recipes/try/$each.sh"
    done
done
