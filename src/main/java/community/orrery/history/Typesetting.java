package community.orrery.history;

/** On whose word a text's single dollar signs were read as the ends of formulas. */
public enum Typesetting {
    /** Nobody's: they are dollars. */
    NONE,
    /** The feed's: another of its posts shows that its blog typesets TeX. */
    FEED,
    /** Its own. */
    OWN
}
