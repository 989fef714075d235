package community.orrery.clean;

/**
 * Markup that may stand in a page. Only this package can make one: see {@link HtmlCleaner}.
 */
public final class SafeHtml {

    private final String markup;

    SafeHtml(String markup) {
        this.markup = markup;
    }

    public String markup() {
        return markup;
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof SafeHtml that && markup.equals(that.markup);
    }

    @Override
    public int hashCode() {
        return markup.hashCode();
    }

    @Override
    public String toString() {
        return markup;
    }
}
