package community.orrery.publish;

/** Paths below the output folder, as plans and manifests write them. */
final class Paths {

    private Paths() {}

    /** Relative, parts separated by slashes, no part that leads elsewhere or belongs to us. */
    static boolean isSound(String path) {
        if (path.isEmpty() || path.indexOf('\\') >= 0 || path.indexOf(':') >= 0) {
            return false;
        }
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || part.startsWith(".")) {
                return false;
            }
        }
        return path.chars().noneMatch(Character::isISOControl);
    }
}
