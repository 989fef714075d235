package community.orrery.site;

/**
 * A file the site is to have. Its bytes are made only when its digest says that they may differ from what is there.
 */
public final class PlannedFile {

    /** When a file may appear: what is linked to before what links to it. */
    public enum Stage {
        ASSET,
        POST,
        LIST,
        FEED
    }

    /** How a file's bytes are made. */
    @FunctionalInterface
    interface Printing {
        byte[] print(Press press);
    }

    private final Stage stage;
    private final String path;
    private final Sum digest;
    private final Printing printing;

    PlannedFile(Stage stage, String path, Inputs inputs, Printing printing) {
        this.stage = stage;
        this.path = path;
        this.digest = inputs.digest();
        this.printing = printing;
    }

    public Stage stage() {
        return stage;
    }

    /** Below the site's root, parts separated by slashes, none of them "..". */
    public String path() {
        return path;
    }

    /** Of everything its bytes are made from: equal digests, equal bytes. */
    public Sum digest() {
        return digest;
    }

    byte[] print(Press press) {
        return printing.print(press);
    }

    @Override
    public String toString() {
        return path;
    }
}
