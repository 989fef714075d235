package community.orrery.cli;

import community.orrery.archive.Archive;
import community.orrery.publish.Publisher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Keeps a run from replacing a site that it knows nothing of: a lost archive must not cost a community its pages, and the
 * sample community must not overwrite a real one. A sample site is told by a mark in its folder.
 */
final class SiteGuard {

    private static final String SAMPLE = ".orrery-sample";

    private SiteGuard() {}

    /** @throws Unmended when the folder holds a real site and there is no archive that it could be made from */
    static void check(Path archive, Path output, Publisher publisher) throws Unmended {
        if (!Archive.exists(archive)) {
            spare(output, publisher, "The archive " + archive + " is missing");
        }
    }

    /**
     * What is called an archive may be an empty file, as a full disk or a broken restore leaves it.
     *
     * @throws Unmended when the folder holds a real site and the archive not one post of it
     */
    static void check(Archive opened, Path archive, Path output, Publisher publisher) throws Unmended {
        if (opened.isEmpty()) {
            spare(output, publisher, "The archive " + archive + " holds no post");
        }
    }

    private static void spare(Path output, Publisher publisher, String trouble) throws Unmended {
        int posts = isSample(output) ? 0 : publisher.postsHeld();
        if (posts > 0) {
            throw new Unmended(trouble + ", but " + output + " holds a site with " + posts
                    + " posts: publishing now would leave it almost empty. Restore the archive from a backup, name it"
                    + " with --archive FILE, or, to begin anew, empty " + output + " first. The site was not changed.");
        }
    }

    /** @throws Unmended when the folder holds a site that is not the sample community's */
    static void claimForSample(Path output, Publisher publisher) throws Unmended {
        if (!isSample(output) && publisher.postsHeld() > 0) {
            throw new Unmended(output + " holds a site already, and the sample community would replace it. Name another"
                    + " folder with --output DIR.");
        }
        try {
            Files.createDirectories(output);
            Files.writeString(
                    output.resolve(SAMPLE), "This site shows Orrery's sample community; a real run may replace it.\n");
        } catch (IOException e) {
            throw new Unmended(output + ": cannot be written (" + Unmended.why(e) + "). Check its permissions, or name"
                    + " another folder with --output DIR.");
        }
    }

    /** To be called when the folder holds a real site. */
    static void markReal(Path output) throws Unmended {
        try {
            Files.deleteIfExists(output.resolve(SAMPLE));
        } catch (IOException e) {
            throw new Unmended(output + ": cannot be written (" + Unmended.why(e) + "). Check its permissions.");
        }
    }

    private static boolean isSample(Path output) {
        return Files.exists(output.resolve(SAMPLE));
    }
}
