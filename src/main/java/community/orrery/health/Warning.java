package community.orrery.health;

/** What a blogger could mend although the feed works. What a visit itself warned of is in the feed's state. */
public enum Warning {
    HTTP_ONLY("is read over http: https would keep it as it was written"),
    NO_DATES("dates none of its posts: each stands where it was first seen"),
    KNOWN_OTHERWISE(
            "has a planet:id in the list that came too late: its pages keep the addresses they have. Write the id shown"
                    + " here, or leave it out");

    private final String words;

    Warning(String words) {
        this.words = words;
    }

    /** For the terminal: goes on from "the feed". */
    public String words() {
        return words;
    }
}
