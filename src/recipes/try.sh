#!/usr/bin/env bash
# Tries the recipes on the sample community, as far as this machine has what they are for; says what it skipped. From the
# project's folder, after mvn package:
#
#   bash src/recipes/try.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
recipes=$PWD/src/recipes
work=$(mktemp -d)
pids=()

finish() {
    for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
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

# expect PATH STATUS FIELD VALUE: what a server must answer.
expect() {
    local answer
    answer=$(curl -sS --path-as-is -D - -o /dev/null "$base$1" | tr -d '\r')
    grep -q "^HTTP/[0-9.]* $2" <<<"$answer" || fail "$server: $1 is not answered with $2: $answer"
    if [ $# -gt 2 ]; then
        grep -qiF "$3: $4" <<<"$answer" || fail "$server: $1 lacks '$3: $4': $answer"
    fi
}

# What every web server in front of a site must do.
look() {
    for i in $(seq 50); do
        curl -s -o /dev/null "$base/" && break
        [ "$i" -lt 50 ] || fail "$server does not answer"
        sleep 0.1
    done
    local asset
    asset=$(grep -o 'assets/style\.css?[0-9a-f]*' "$work/output/index.html" | head -1)
    expect / 200 Content-Type "text/html"
    expect / 200 Cache-Control "public, max-age=300"
    expect / 200 Content-Security-Policy "frame-ancestors 'none'"
    expect / 200 X-Content-Type-Options nosniff
    expect "/$asset" 200 Cache-Control "public, max-age=31536000, immutable"
    expect /assets/style.css 200 Cache-Control "public, max-age=300"
    expect /feed.xml 200 Content-Type application/rss+xml
    expect /feed.xml 200 Cache-Control "public, max-age=900"
    expect /atom.xml 200 Content-Type application/atom+xml
    expect /feed.json 200 Content-Type application/feed+json
    expect /opml.xml 200 Content-Type text/x-opml
    expect /nowhere 404 Content-Type text/html
    expect /.orrery-manifest 404
    expect /members/%2e%2e/%2e%2e/secret.txt 40
    local page etag
    page=$(curl -s "$base/nowhere")
    grep -q '<!doctype html>' <<<"$page" || fail "$server: a lost address does not show the site's own page"
    etag=$(curl -sI "$base/feed.xml" | tr -d '\r' | sed -n 's/^etag: //Ip')
    [ "$(curl -s -o /dev/null -w '%{http_code}' -H "If-None-Match: $etag" "$base/feed.xml")" = 304 ] ||
        fail "$server: a feed that is held is sent again"
    echo "$server: types, caching, policy, 304, 404 and what is hidden are as they should be"
}

echo not for anybody > "$work/secret.txt"
java -jar target/orrery.jar demo --output "$work/output" >/dev/null

if has systemd-analyze; then
    mkdir -p "$work/units"
    # Where this machine keeps Java; the jar is only named.
    for unit in orrery.service orrery-update.service orrery-update.timer; do
        sed "s|/usr/bin/java|$(command -v java)|" "$recipes/$unit" > "$work/units/$unit"
        said=$(systemd-analyze verify "$work/units/$unit" 2>&1 | grep -F "$work" || true)
        [ -z "$said" ] || fail "$said"
    done
    systemd-analyze security --offline=yes --threshold=30 "$work/units/orrery.service" >"$work/exposure" ||
        fail "orrery.service: $(tail -1 "$work/exposure")"
    systemd-analyze calendar "$(sed -n 's/^OnCalendar=//p' "$recipes/orrery-update.timer")" >/dev/null
    echo "systemd: the units are sound; $(tail -1 "$work/exposure" | sed 's/^[^O]*//')"
else
    echo "systemd: skipped, there is no systemd-analyze here"
fi

if has nginx; then
    server=nginx base=http://127.0.0.1:18471
    {
        echo "pid $work/nginx.pid; error_log $work/nginx.log; events {} http { access_log off; include /etc/nginx/mime.types;"
        echo "client_body_temp_path $work/t1; proxy_temp_path $work/t2; fastcgi_temp_path $work/t3; uwsgi_temp_path $work/t4;"
        echo "scgi_temp_path $work/t5;"
        sed -e "s|/srv/orrery/output|$work/output|; s|listen 80;|listen 127.0.0.1:18471;|; /listen \[::\]/d" \
            "$recipes/nginx.conf"
        echo "}"
    } > "$work/nginx.conf"
    chmod -R go+rX "$work"
    nginx -q -t -c "$work/nginx.conf"
    nginx -c "$work/nginx.conf" -g 'daemon off;' &
    pids+=($!)
    look
    ln -s "$work/secret.txt" "$work/output/link.txt"
    expect /link.txt 40
    rm "$work/output/link.txt"
else
    echo "nginx: skipped, it is not installed"
fi

if has caddy; then
    server=Caddy base=http://127.0.0.1:18472
    {
        echo "{"
        echo "	admin off"
        echo "	auto_https off"
        echo "}"
        sed -e "s|/srv/orrery/output|$work/output|; s|^planet.example {|http://127.0.0.1:18472 {|" "$recipes/Caddyfile"
    } > "$work/Caddyfile"
    HOME=$work caddy validate --config "$work/Caddyfile" --adapter caddyfile >"$work/caddy.log" 2>&1 ||
        fail "$(cat "$work/caddy.log")"
    HOME=$work caddy run --config "$work/Caddyfile" --adapter caddyfile >>"$work/caddy.log" 2>&1 &
    pids+=($!)
    look
else
    echo "Caddy: skipped, it is not installed"
fi

if has actionlint; then
    actionlint "$recipes/planet.yml"
    echo "GitHub Actions: actionlint has nothing to say"
else
    echo "GitHub Actions: skipped, there is no actionlint here"
fi

if has docker && docker info >/dev/null 2>&1; then
    docker build -q -f "$recipes/Dockerfile" -t orrery-recipe . >/dev/null
    docker run --rm --read-only --tmpfs /tmp:exec,size=64m --cap-drop ALL --security-opt no-new-privileges \
        orrery-recipe demo | grep -q "the second time: 10 × 304" || fail "the container makes no planet"
    echo "Docker: the image builds, and makes a planet on a read-only disk"
elif [ "$(id -u)" = 0 ] && has unshare && has setpriv; then
    # The same without an image: what the second stage holds, run by a nobody on a disk that is read-only but for the
    # folders that are volumes there.
    mkdir -p "$work/planet/.orrery" "$work/planet/output" "$work/tmp"
    chown -R 10001:10001 "$work/planet/.orrery" "$work/planet/output" "$work/tmp"
    chmod 755 "$work"
    cp -r target/orrery.jar target/lib "$work/"
    # shellcheck disable=SC2016
    unshare --mount sh -c '
        for folder in planet/.orrery planet/output tmp; do mount --bind "$1/$folder" "$1/$folder"; done
        mount -o remount,bind,ro /
        cd "$1/planet"
        ! touch here 2>/dev/null || exit 1
        exec setpriv --reuid=10001 --regid=10001 --clear-groups --no-new-privs \
            java -Djava.io.tmpdir="$1/tmp" -XX:MaxRAMPercentage=60 -jar "$1/orrery.jar" demo --keep
    ' sh "$work" > "$work/said" || fail "no planet on a read-only disk: $(cat "$work/said")"
    grep -q "the second time: 10 × 304" "$work/said"
    echo "Docker: skipped, there is no daemon here; the second stage's command makes a planet as a nobody on a read-only disk"
else
    echo "Docker: skipped, there is no daemon here"
fi
