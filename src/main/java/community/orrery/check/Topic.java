package community.orrery.check;

/** What a finding is about, with the remedy for a blog whose platform we do not know better. */
enum Topic {
    VALID("Run the feed through validator.w3.org/feed, and tell the makers of the blog's software."),
    DATES("Have the feed give each entry a date with its time zone: pubDate in RSS, published in Atom."),
    IDS("Have the feed give each entry an id that never changes: guid in RSS, id in Atom."),
    LINKS("Have each entry link to its own page: link in RSS, link rel=\"alternate\" in Atom."),
    FULL_TEXT("Publish the whole text in the feed if you wish it read here: content:encoded in RSS, content in Atom."),
    ADDRESSES("Write links and pictures with their whole address, beginning with https://."),
    SIZE("Publish the newest twenty or so entries only; the planet keeps the older ones."),
    CACHING("Have the server send ETag or Last-Modified with the feed, so that unchanged feeds cost nothing."),
    ENCRYPTION("Publish the blog by https, and have http redirect to it; then change the list."),
    LICENCE(
            "State the licence in the feed (a copyright line, or a Creative Commons licence) if others may reuse the posts.");

    private final String remedy;

    Topic(String remedy) {
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
