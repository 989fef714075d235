"""What Python's feedparser reads in the documents of its own repository's tests/, for FeedparserAgreement to compare.

One argument: that folder. One document a line, as JSON, to standard output. The HTTP headers that a document's first comment
names are passed on. A document on which feedparser itself fails is named on standard error and left out.
Needs Debian's python3-feedparser.
"""
import calendar
import json
import re
import sys
import urllib.parse
from pathlib import Path

import feedparser

BASE = "http://feeds.example.org/tests/"


def headers(document):
    """The lines "Header: name: value" of the first comment; UTF-16 and UTF-32 hold theirs, too."""
    text = document
    if b"\0" in document[:200]:
        for encoding in ("utf-32", "utf-16", "utf-32-be", "utf-32-le", "utf-16-be", "utf-16-le"):
            try:
                decoded = document.decode(encoding)
            except UnicodeDecodeError:
                continue
            if "<" in decoded[:5]:
                text = decoded.encode("utf-8", "replace")
                break
    comment = re.search(rb"<!--(.*?)-->", text, re.S)
    lines = comment.group(1).decode("latin-1").splitlines() if comment else []
    matches = [re.match(r"\s*Header:\s*([\w-]+)\s*:\s*(.*)", line) for line in lines]
    return {match.group(1).lower(): match.group(2).strip() for match in matches if match}


def seconds(entry, key):
    """Since 1970; None where there is no date. dict.get, for feedparser's own puts one date in another's place."""
    try:
        date = dict.get(entry, key)
        return calendar.timegm(date) if date else None
    except (TypeError, ValueError, OverflowError):
        return None


def reading(entry):
    title = entry.get("title_detail") or {}
    text = (entry.get("content") or [None])[0] or entry.get("summary_detail") or entry.get("subtitle_detail") or {}
    return {
        "title": entry.get("title"),
        "titleType": title.get("type"),
        "link": entry.get("link"),
        "published": seconds(entry, "published_parsed") or seconds(entry, "created_parsed"),
        "updated": seconds(entry, "updated_parsed"),
        "content": text.get("value"),
        "contentType": text.get("type"),
    }


def compared(folder):
    """CDF is left out."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and path.suffix in (".xml", ".json") and "/cdf" not in name:
            yield name, path.read_bytes()


def main(folder):
    for name, document in compared(folder):
        address = BASE + name
        given = headers(document)
        location = given.get("content-location")
        location = urllib.parse.urljoin(address, location) if location else None
        sent = {"content-type": "application/xml", **given, "content-location": location or address}
        try:
            feed = feedparser.parse(document, response_headers=sent, sanitize_html=False, resolve_relative_uris=True)
        except Exception as failure:  # whatever it is, it is feedparser's
            print(f"{name}: feedparser fails: {failure}", file=sys.stderr)
            continue
        line = {
            "name": name,
            "address": address,
            "contentType": given.get("content-type"),
            "contentLocation": location,
            "illFormed": bool(feed.bozo),
            "title": feed.feed.get("title"),
            "entries": [reading(entry) for entry in feed.entries],
        }
        print(json.dumps(line))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: reference.py TESTS (the folder tests/ of feedparser's repository)")
    main(Path(sys.argv[1]))
