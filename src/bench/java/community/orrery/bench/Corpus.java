package community.orrery.bench;

/** A community's feeds, one a member; as text says what it is. */
interface Corpus {

    int members();

    /**
     * One member's feed, newest first, as a server sends it.
     *
     * @param member from 0
     * @param news so many posts were added since the beginning
     */
    byte[] feed(int member, int news);
}
