package community.orrery.opml;

import community.orrery.feed.Credentials;

/**
 * Something in the list that a person has to mend before the planet can go on. It is shown on the status page, too: no
 * password is quoted.
 *
 * @param file the list's name as its reader was given it
 * @param line from 1; of the element's first character, also where the element spans several lines
 * @param what went wrong, a sentence
 * @param remedy what to do about it, a sentence
 */
public record Mistake(String file, int line, String what, String remedy) {

    public Mistake {
        what = Credentials.hidden(what);
        remedy = Credentials.hidden(remedy);
    }

    /** The whole in one line, the way editors and terminals make a link of: {@code feeds.opml:12: what. remedy.} */
    @Override
    public String toString() {
        return file + ":" + line + ": " + what + " " + remedy;
    }
}
