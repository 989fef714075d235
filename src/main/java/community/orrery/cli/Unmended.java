package community.orrery.cli;

/** Something that the operator has to mend before the command can do its work. The message says what, where and how. */
final class Unmended extends Exception {

    private static final long serialVersionUID = 1;

    Unmended(String message) {
        super(message);
    }

    /** Java may not take as much memory as the planet needs. */
    static Unmended by(OutOfMemoryError shortage) {
        long most = Runtime.getRuntime().maxMemory() >> 20;
        return new Unmended(
                "Java ran out of memory (" + shortage.getMessage() + "); it may take " + most + " MB. Allow it more,"
                        + " about 1 GB for 250,000 posts, and run again: ORRERY_JAVA_FLAGS=-Xmx1g orrery update, or java -Xmx1g -jar"
                        + " orrery.jar update. What was recorded is kept, and the site is whole.");
    }
}
