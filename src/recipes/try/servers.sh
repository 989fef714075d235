# nginx and Caddy in front of the sample community's site. Read by ../try.sh.
# shellcheck shell=bash disable=SC2154

# expect PATH STATUS [FIELD VALUE]: what a server must answer.
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
    local asset page etag
    asset=$(grep -o 'assets/style\.css?[0-9a-f]*' "$work/site/index.html" | head -1)
    expect / 200 Content-Type "text/html"
    expect / 200 Cache-Control "public, max-age=300"
    expect / 200 Content-Security-Policy "frame-ancestors 'none'"
    expect / 200 X-Content-Type-Options nosniff
    expect "/$asset" 200 Cache-Control "public, max-age=31536000, immutable"
    expect /assets/style.css 200 Cache-Control "public, max-age=300"
    expect /feed.xml 200 Content-Type application/xml
    expect /feed.xml 200 Cache-Control "public, max-age=900"
    expect /atom.xml 200 Content-Type application/xml
    expect /feed.json 200 Content-Type application/feed+json
    expect /opml.xml 200 Content-Type application/xml
    for each in feed.xml members/rank-zero/atom.xml feed.json opml.xml; do
        expect "/$each" 200 Access-Control-Allow-Origin "*"
    done
    ! curl -sI "$base/" | grep -qi '^access-control' || fail "$server: pages are for any site's scripts to read"
    expect /nowhere 404 Content-Type text/html
    expect /.orrery-manifest 404
    expect /members/%2e%2e/%2e%2e/secret.txt 40
    page=$(curl -s "$base/nowhere")
    grep -q '<!doctype html>' <<<"$page" || fail "$server: a lost address does not show the site's own page"
    etag=$(curl -sI "$base/feed.xml" | tr -d '\r' | sed -n 's/^etag: //Ip')
    [ "$(curl -s -o /dev/null -w '%{http_code}' -H "If-None-Match: $etag" "$base/feed.xml")" = 304 ] ||
        fail "$server: a feed that is held is sent again"
    echo "$server: types, caching, policy, who may read feeds, 304, 404 and what is hidden are as they should be"
}

if has nginx || has caddy; then
    echo not for anybody > "$work/secret.txt"
    target/orrery demo --output "$work/site" >/dev/null
    chmod 755 "$work"
fi

if has nginx; then
    server=nginx base=http://127.0.0.1:18471
    {
        echo "pid $work/nginx.pid; error_log $work/nginx.log; events {} http { access_log off; include /etc/nginx/mime.types;"
        echo "client_body_temp_path $work/t1; proxy_temp_path $work/t2; fastcgi_temp_path $work/t3; uwsgi_temp_path $work/t4;"
        echo "scgi_temp_path $work/t5;"
        sed -e "s|/srv/orrery/output|$work/site|; s|listen 80;|listen 127.0.0.1:18471;|; /listen \[::\]/d" "$recipes/nginx.conf"
        echo "}"
    } > "$work/nginx.conf"
    nginx -q -t -c "$work/nginx.conf"
    nginx -c "$work/nginx.conf" -g 'daemon off;' &
    pids+=($!)
    look
    ln -s "$work/secret.txt" "$work/site/link.txt"
    expect /link.txt 40
    rm "$work/site/link.txt"
else
    echo "nginx: skipped, it is not installed"
fi

if has caddy; then
    server=Caddy base=http://127.0.0.1:18472
    {
        printf '{\n\tadmin off\n\tauto_https off\n}\n'
        sed -e "s|/srv/orrery/output|$work/site|; s|^planet.example {|http://127.0.0.1:18472 {|" "$recipes/Caddyfile"
    } > "$work/Caddyfile"
    HOME=$work caddy validate --config "$work/Caddyfile" --adapter caddyfile >"$work/caddy.log" 2>&1 ||
        fail "$(cat "$work/caddy.log")"
    HOME=$work caddy run --config "$work/Caddyfile" --adapter caddyfile >>"$work/caddy.log" 2>&1 &
    pids+=($!)
    look
else
    echo "Caddy: skipped, it is not installed"
fi
