package community.orrery.fetch;

/** Why no feed came, told apart by what a person should do about it. */
public enum FailureReason {
    BAD_ADDRESS("correct the address in the list"),
    UNKNOWN_HOST("check the address for a slip, or ask the blogger whether the blog has moved"),
    UNREACHABLE("its server may be down; if this lasts for days, ask the blogger"),
    REFUSED_ADDRESS("only public addresses are asked; for a blog on your own network, use --allow-private-addresses"),
    TIMEOUT("its server may be overloaded; if this lasts for days, tell the blogger"),
    TLS("tell the blogger, whose readers see the same"),
    BROKEN_OFF("often passes by itself; if this lasts for days, tell the blogger"),
    PROTOCOL("tell the blogger that the server's answer breaks the rules of HTTP"),
    TOO_LARGE("ask the blogger for a feed of the latest posts only, or raise planet:maxBytes in the list"),
    BAD_REDIRECT("ask the blogger where the feed lives now, and correct the list"),
    DOWNGRADE("ask the blogger to redirect to https, or remove the redirect"),
    NOT_FOUND("it is asked again from time to time; ask the blogger where the feed lives now"),
    FORBIDDEN("ask the blogger to let the planet's crawler, User-Agent Orrery/1.0, read the feed"),
    BOT_WALL("ask the blogger to let the planet's crawler, User-Agent Orrery/1.0, pass to the feed's address"),
    LOGIN("ask the blogger for an address that needs no login"),
    PARKED("the domain may have been given up; ask the blogger, or set planet:status=\"retired\""),
    NOT_A_FEED("find the feed's own address on the blog and write it in the list"),
    THROTTLED("nothing to do: it is asked less often now"),
    SERVER_ERROR("its server has a fault; if this lasts for days, tell the blogger"),
    STATUS("ask the blogger what the server means by it"),
    FILE("correct the path in the list, or put the file there");

    private final String remedy;

    FailureReason(String remedy) {
        this.remedy = remedy;
    }

    /** What a person should do. */
    public String remedy() {
        return remedy;
    }

    /** Whether it was we who asked nobody, which tells nothing of our own connection. */
    public boolean isOurRefusal() {
        return this == BAD_ADDRESS || this == REFUSED_ADDRESS;
    }

    /** Whether nobody answered at all, so that the fault may as well lie with our own connection. */
    public boolean isSilence() {
        return this == UNKNOWN_HOST || this == UNREACHABLE;
    }
}
