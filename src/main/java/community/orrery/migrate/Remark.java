package community.orrery.migrate;

import community.orrery.feed.Credentials;

/**
 * Something in another planet's file that is not carried over.
 *
 * @param line in that file, from 1
 * @param what a sentence
 * @param remedy what to do about it, a sentence
 */
public record Remark(int line, String what, String remedy) {

    /** Without the passwords of what it quotes. */
    public Remark {
        what = Credentials.hidden(what);
        remedy = Credentials.hidden(remedy);
    }
}
