package community.orrery.archive;

/**
 * What recording came to, in posts.
 *
 * @param added new ones
 * @param updated that their authors edited
 * @param withdrawn that their authors took back
 * @param returned that had been withdrawn and are listed again
 */
public record Recorded(int added, int updated, int withdrawn, int returned) {

    public static final Recorded NOTHING = new Recorded(0, 0, 0, 0);

    public Recorded plus(Recorded more) {
        return new Recorded(
                added + more.added, updated + more.updated, withdrawn + more.withdrawn, returned + more.returned);
    }

    /** Whether a page may look different now. */
    public boolean changedAnything() {
        return added + updated + withdrawn + returned > 0;
    }
}
