# The Dockerfile: built by docker where its daemon runs, else by buildah, and then run on a read-only disk. Read by ../try.sh.
# shellcheck shell=bash disable=SC2154

# Images on which the Dockerfile stands come from a registry. Without one, empty ones take their names and see this machine's
# programs (/usr): every line of the Dockerfile is carried out by a real builder, and only what the bases bring is not tried.
builder() {
    BUILDAH_ISOLATION=chroot STORAGE_DRIVER=vfs buildah --root "$work/images" --runroot "$work/images.run" "$@"
}

# Where root, who builds, is at home in the images.
home=/root

standIns() {
    local root=$work/base each
    for each in dev etc opt proc root run sys tmp usr var; do mkdir -p "$root/$each"; done
    for each in bin sbin lib lib32 lib64 libx32; do [ ! -L "/$each" ] || cp -P "/$each" "$root/"; done
    chmod 1777 "$root/tmp"
    echo "root:x:0:0:root:$home:/bin/sh" > "$root/etc/passwd"
    echo "root:x:0:" > "$root/etc/group"
    sed -n 's/^FROM \([^ ]*\).*/\1/p' "$recipes/Dockerfile" | while read -r image; do
        container=$(builder from scratch)
        builder copy -q "$container" "$root" / >/dev/null
        builder commit -q "$container" "docker.io/library/$image" >/dev/null
        builder rm "$container" >/dev/null
    done
}

forget() {
    builder rm --all
    builder rmi --all --force
} >/dev/null 2>&1

if has docker && docker info >/dev/null 2>&1; then
    docker build -q -f "$recipes/Dockerfile" -t orrery-recipe . >/dev/null
    docker run --rm --read-only --tmpfs /tmp:exec,size=64m --cap-drop ALL --security-opt no-new-privileges \
        orrery-recipe demo | grep -q "the second time: 10 × 304" || fail "the container makes no planet"
    echo "Dockerfile: docker builds the image, and it makes a planet on a read-only disk"
elif has buildah && mayBeNobody; then
    cleaning+=(forget)
    standIns
    seen=()
    for each in /usr /etc/alternatives /etc/java-17-openjdk /etc/maven /etc/ssl; do
        [ ! -e "$each" ] || seen+=(--volume "$each:$each:ro")
    done
    mkdir -p "$HOME/.m2"
    builder bud --pull-never "${seen[@]}" --volume "$HOME/.m2:$home/.m2" -f "$recipes/Dockerfile" -t orrery-recipe . \
        >"$work/built" 2>&1 || fail "the Dockerfile does not build: $(cat "$work/built")"
    container=$(builder from --pull-never orrery-recipe)
    root=$(builder mount "$container")
    entry=$(builder inspect --type image orrery-recipe | jq -c '.OCIv1.config')
    [ "$(jq -r .User <<<"$entry")" = 10001:10001 ] || fail "the image does not run as a nobody"
    # What a runtime does with that: its root read-only, the volumes writable, a /tmp, and the image's user without any rights.
    sampleList > "$root/planet/feeds.opml"
    cp "$project/src/main/resources/demo/feeds/larder.xml" "$root/planet/"
    contained() {
        # shellcheck disable=SC2016
        unshare --mount sh -c '
            root=$1
            shift
            mount --rbind "$root" "$root"
            for each in /usr /etc/alternatives /etc/java-17-openjdk /etc/ssl; do
                [ ! -e "$each" ] || { mkdir -p "$root$each" && mount --bind -o ro "$each" "$root$each"; }
            done
            for volume in planet/.orrery planet/output; do mount --bind "$root/$volume" "$root/$volume"; done
            mount -t proc proc "$root/proc"
            mount --rbind /dev "$root/dev"
            mount -t tmpfs -o exec,mode=1777,size=64m tmpfs "$root/tmp"
            mount -o remount,bind,ro "$root"
            exec chroot "$root" setpriv --reuid=10001 --regid=10001 --clear-groups --no-new-privs --bounding-set=-all \
                env -i PATH=/usr/bin:/bin sh -c '\''cd "$0" && exec "$@"'\'' "$@"
        ' sh "$root" "$@"
    }
    folder=$(jq -r .WorkingDir <<<"$entry")
    mapfile -t start < <(jq -r '.Entrypoint[]' <<<"$entry")
    mapfile -t usual < <(jq -r '.Cmd[]' <<<"$entry")
    ! contained "$folder" touch /planet/here 2>/dev/null || fail "the container's disk is not read-only"
    contained "$folder" "${start[@]}" demo > "$work/said" || fail "no demo in the container: $(cat "$work/said")"
    grep -q "the second time: 10 × 304" "$work/said" || fail "no demo in the container: $(cat "$work/said")"
    contained "$folder" "${start[@]}" update || fail "no planet in the container"
    [ -s "$root/planet/output/index.html" ] || fail "no planet in the container"
    contained "$folder" env ORRERY_JAVA_FLAGS=-Xlog:class+load "${start[@]}" --version > "$work/said"
    grep -q "community.orrery.*shared objects file (top)" "$work/said" || fail "the image's orrery.jsa is not used"
    [ "${usual[*]}" = run ] || fail "the container would not run"
    echo "Dockerfile: buildah builds it on stand-ins for the base images; on a read-only disk a nobody makes a planet with it"
else
    echo "Dockerfile: skipped, there is neither docker with its daemon nor buildah with root here"
fi
