package community.orrery.site;

/** By what the readers of our feeds know a writing. */
enum Bearing {
    /** The id that its author gave it. */
    ITS_ID,
    /** Its blog and that id: a writing of another blog has the same, and was met before. */
    ITS_BLOG,
    /** Its blog, that id and its page: one of its own blog has the same, and was met before. */
    ITS_PAGE
}
