/**
 * ⚡ A preview of the published site over HTTP, for the person who works on it: as a web server would give it, with a script
 * that loads a page anew when the site was published anew and that shows a run under way. It writes nothing, follows no link
 * out of the folder, runs nobody's code and is no web server for the public: see {@code src/recipes} for those.
 */
@NullMarked
package community.orrery.serve;

import org.jspecify.annotations.NullMarked;
