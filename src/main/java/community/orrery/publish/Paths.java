package community.orrery.publish;

/** Paths below the output folder, as plans and manifests write them. */
final class Paths {

    private Paths() {}

    /** Relative, parts separated by slashes, no part that leads elsewhere or belongs to us. */
    static boolean isSound(String path) {
        char before = '/';
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            boolean begins = before == '/';
            if (c == '\\' || c == ':' || begins && (c == '/' || c == '.') || Character.isISOControl(c)) {
                return false;
            }
            before = c;
        }
        return before != '/';
    }
}
