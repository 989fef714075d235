package community.orrery.site;

import community.orrery.feed.Member.Extent;

/** What our feeds carry of a post: HTML, cleaned. Made when it is written, so that a feed does not hold all of its texts. */
record FeedContent(Press press, Piece piece) {

    String html() {
        if (isWhole()) {
            return press.feedHtml(piece.post()).markup();
        }
        String blog = press.words().text("post.continue", piece.member().name());
        String link = Originals.of(piece.post())
                .map(original -> "<p>" + Html.link(original.toString(), blog) + "</p>")
                .orElse("");
        return "<p>" + Html.escape(press.excerpt(piece.post())) + "</p>" + link;
    }

    /** The same as an element of XML holds it. */
    Xml.Text escaped() {
        return isWhole() ? press.feedText(piece.post()) : Xml.Text.of(html());
    }

    private boolean isWhole() {
        return piece.member().extent() == Extent.FULL;
    }
}
