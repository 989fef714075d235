# The units: read by systemd, and their own commands run as a nobody who may write to the planet's folder only. Read by ../try.sh.
# shellcheck shell=bash disable=SC2154

# As the units' remarks say, but below a folder of ours.
mkdir -p "$work/opt/orrery" "$work/srv/orrery/output"
cp -r target/orrery target/orrery.jar target/lib "$work/opt/orrery/"
here() {
    sed "s|/opt/orrery|$work/opt/orrery|g; s|/srv/orrery|$work/srv/orrery|g" "$recipes/$1"
}

if has systemd-analyze; then
    mkdir -p "$work/units"
    for unit in orrery.service orrery-update.service orrery-update.timer; do
        here "$unit" > "$work/units/$unit"
        said=$(systemd-analyze verify "$work/units/$unit" 2>&1 | grep -F "$work" || true)
        [ -z "$said" ] || fail "$said"
    done
    for unit in orrery.service orrery-update.service; do
        systemd-analyze security --offline=yes --threshold=30 "$work/units/$unit" >"$work/exposure" ||
            fail "$unit: $(tail -1 "$work/exposure")"
    done
    systemd-analyze calendar "$(sed -n 's/^OnCalendar=//p' "$recipes/orrery-update.timer")" >/dev/null
    echo "systemd: the units are sound; $(tail -1 "$work/exposure" | sed 's/^[^O]*//')"
else
    echo "systemd: skipped, there is no systemd-analyze here"
fi

if mayBeNobody; then
    planet=$work/srv/orrery
    sampleList > "$planet/feeds.opml"
    cp "$project/src/main/resources/demo/feeds/larder.xml" "$planet/larder.xml"
    read -ra start < <(here orrery-update.service | sed -n 's/^ExecStart=//p')
    nobody "$planet" "${start[@]}" || fail "orrery-update.service ends with $?"
    [ -s "$planet/output/index.html" ] || fail "orrery-update.service leaves no site"
    read -ra start < <(here orrery.service | sed -n 's/^ExecStart=//p')
    how='exec' nobody "$planet" "${start[@]}" >"$work/ran" 2>&1 &
    pid=$!
    pids+=("$pid")
    for i in $(seq 300); do
        grep -q " run feeds=" "$work/ran" && break
        [ "$i" -lt 300 ] || fail "orrery.service does not run: $(cat "$work/ran")"
        sleep 0.1
    done
    kill "$pid"
    code=0
    wait "$pid" || code=$?
    [ "$code" = 0 ] || grep -q "^SuccessExitStatus=$code" "$recipes/orrery.service" || fail "orrery.service ends with $code"
    echo "systemd: both services' commands make a planet as a nobody on a read-only disk, and end at SIGTERM with $code"
else
    echo "systemd: what the services start was not tried: that needs root, unshare and setpriv"
fi
