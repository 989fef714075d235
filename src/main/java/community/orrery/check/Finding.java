package community.orrery.check;

/**
 * One thing about a feed that its blogger or the list's maintainer may want to know.
 *
 * @param what a sentence
 * @param remedy what to do about it, a sentence
 */
public record Finding(Weight weight, String what, String remedy) {

    /** How much it matters. */
    public enum Weight {
        /** The planet cannot carry the feed like this. */
        MEND,
        /** It works, but readers would be better served otherwise. Never a reason to turn a feed away. */
        WARNING,
        /** Good to know. */
        NOTE
    }
}
