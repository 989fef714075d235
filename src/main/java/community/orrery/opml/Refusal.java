package community.orrery.opml;

/** What an edit cannot do, on its way out to an {@link EditOutcome.Refused}. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient EditOutcome.Refused refused;

    Refusal(String what, String remedy) {
        this.refused = new EditOutcome.Refused(what, remedy);
    }

    /** What stands in the way and the remedy. */
    String words() {
        return refused.what() + " " + refused.remedy();
    }

    EditOutcome outcome() {
        return refused;
    }
}
