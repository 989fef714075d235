package community.orrery.publish;

/** Paths below the output folder, as plans and manifests write them. */
final class Paths {

    /** In bytes of UTF-8: NAME_MAX. */
    private static final int LONGEST_NAME = 255;

    private Paths() {}

    /** Relative, parts separated by slashes, none that leads elsewhere, belongs to us or is longer than file systems take. */
    static boolean isSound(String path) {
        char before = '/';
        int bytes = 0;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            boolean begins = before == '/';
            if (c == '\\' || c == ':' || begins && (c == '/' || c == '.') || Character.isISOControl(c)) {
                return false;
            }
            bytes = c == '/' ? 0 : bytes + (c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3);
            if (bytes > LONGEST_NAME) {
                return false;
            }
            before = c;
        }
        return before != '/';
    }
}
