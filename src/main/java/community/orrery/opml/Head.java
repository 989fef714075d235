package community.orrery.opml;

import community.orrery.feed.Hidden;
import community.orrery.feed.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the list's head: OPML's own title and owner, and the planet's settings. */
final class Head {

    private static final List<String> SETTINGS = List.of(
            "link",
            "description",
            "language",
            "postsPerPage",
            "feedPosts",
            "newcomerPosts",
            "schedule",
            "minInterval",
            "requests",
            "requestsPerHost",
            "hostPause",
            "connectTimeout",
            "callTimeout",
            "maxBytes",
            "timezone",
            "hub",
            "theme",
            "notify",
            "hidden");

    private static final List<String> HIDDEN_ATTRIBUTES = List.of("url", "why", "pages");

    private final Mistakes mistakes;
    private final Values values;
    private final Map<String, Stated> own = new LinkedHashMap<>();
    private final Map<String, Stated> planet = new LinkedHashMap<>();
    private final List<Hidden> hidden = new ArrayList<>();

    private Head(Mistakes mistakes) {
        this.mistakes = mistakes;
        this.values = new Values(mistakes);
    }

    /** @param head null when the list has none: then every setting has its default */
    static Head read(@Nullable Element head, Mistakes mistakes) {
        Head read = new Head(mistakes);
        if (head != null) {
            head.children().forEach(read::sort);
        }
        return read;
    }

    private void sort(Element element) {
        if (element.namespace().equals(Element.PLANET)) {
            if (!SETTINGS.contains(element.local())) {
                mistakes.add(
                        element.line(),
                        "There is no setting planet:" + element.local() + "."
                                + Names.didYouMean(element.local(), SETTINGS),
                        "Mend the name, or delete the element. Settings: " + String.join(", ", SETTINGS) + ".");
            } else if (element.local().equals("hidden")) {
                hide(element);
            } else {
                keep(planet, "planet:" + element.local(), element);
            }
        } else if (element.namespace().isEmpty() && SETTINGS.contains(element.local())) {
            mistakes.add(
                    element.line(),
                    "<" + element.local() + "> is no element of OPML's head.",
                    "Write <planet:" + element.local() + ">, and xmlns:planet=\"" + Element.PLANET
                            + "\" in the <opml> tag.");
        } else if (List.of("title", "ownername", "owneremail")
                .contains(element.local().toLowerCase(Locale.ROOT))) {
            keep(own, element.local(), element);
        }
    }

    private void keep(Map<String, Stated> kept, String name, Element element) {
        if (kept == planet && element.text().isEmpty()) {
            mistakes.add(
                    element.line(),
                    name + " is empty.",
                    "Write its value between <" + name + "> and </" + name + ">, or delete it for the default.");
            return;
        }
        Stated stated = new Stated(name, element.text(), element.line());
        Stated first = kept.putIfAbsent(element.local().toLowerCase(Locale.ROOT), stated);
        if (first != null) {
            mistakes.add(
                    element.line(), name + " stands twice, first in line " + first.line() + ".", "Keep one of them.");
        }
    }

    private void hide(Element element) {
        for (Element.Attribute attribute : element.attributes()) {
            if (!HIDDEN_ATTRIBUTES.contains(attribute.local())) {
                mistakes.add(
                        element.line(),
                        "planet:hidden has no attribute “" + attribute.span().name() + "”."
                                + Names.didYouMean(attribute.local(), HIDDEN_ATTRIBUTES),
                        "It knows url, why and pages.");
            }
        }
        String url = element.opml("url");
        if (url == null) {
            mistakes.add(
                    element.line(),
                    "planet:hidden does not say which post it hides.",
                    "Write url=\"https://…\" with the original's address, or ours.");
            return;
        }
        try {
            String why = element.opml("why");
            hidden.add(new Hidden(FeedAddress.feed(url), pages(element), why == null ? "" : why, element.line()));
        } catch (FeedAddress.Refused e) {
            mistakes.add(
                    element.line(),
                    "The hidden post's url=\"" + url + "\" " + e.what() + ".",
                    "Write the post's whole address, as in “https://blog.example/post”.");
        }
    }

    private List<URI> pages(Element element) {
        List<URI> pages = new ArrayList<>();
        for (String written : Found.written(element)) {
            URI page = Found.page(written);
            if (page == null) {
                mistakes.add(
                        element.line(),
                        "The hidden post's pages name “" + written + "”, which is no post's page.",
                        "Write pages from the site's root, with spaces between, as in “posts/ada/hello.html”.");
            } else {
                pages.add(page);
            }
        }
        return pages;
    }

    private @Nullable Stated stated(String name) {
        return planet.get(name.toLowerCase(Locale.ROOT));
    }

    private @Nullable String own(String name) {
        Stated stated = own.get(name);
        return stated == null || stated.value().isEmpty() ? null : stated.value();
    }

    String title() {
        String title = own("title");
        return title == null ? "Planet" : title;
    }

    @Nullable
    String ownerName() {
        return own("ownername");
    }

    @Nullable
    String ownerEmail() {
        return own("owneremail");
    }

    List<Hidden> hidden() {
        return hidden;
    }

    String description() {
        Stated stated = stated("description");
        return stated == null ? "" : stated.value();
    }

    Locale language() {
        return values.language(stated("language"), Locale.ENGLISH);
    }

    /** The site's address, always with a slash at its end, so that pages can be resolved against it. */
    @Nullable
    URI link() {
        Stated stated = stated("link");
        URI link = values.web(stated);
        if (stated == null || link == null) {
            return null;
        }
        if (link.getRawQuery() != null || link.getRawFragment() != null || link.getRawUserInfo() != null) {
            mistakes.add(
                    stated.line(),
                    stated.quoted() + ", which is more than the address of a folder.",
                    "Leave out what begins with “?” or “#”, and any password.");
            return null;
        }
        return link.getRawPath().endsWith("/") ? link : URI.create(link + "/");
    }

    Settings settings() {
        Settings usual = Settings.DEFAULT;
        Duration moment = Duration.ofMillis(100);
        return new Settings(
                (int) values.whole(stated("postsPerPage"), 1, 500, usual.postsPerPage()),
                (int) values.whole(stated("feedPosts"), 1, 1000, usual.feedPosts()),
                (int) values.whole(stated("newcomerPosts"), 0, 1000, usual.newcomerPosts()),
                values.schedule(stated("schedule"), usual.schedule()),
                values.duration(stated("minInterval"), Duration.ofMinutes(1), Duration.ofDays(1), usual.minInterval()),
                (int) values.whole(stated("requests"), 1, 512, usual.requests()),
                (int) values.whole(stated("requestsPerHost"), 1, 16, usual.requestsPerHost()),
                values.duration(stated("hostPause"), Duration.ZERO, Duration.ofMinutes(1), usual.hostPause()),
                values.duration(stated("connectTimeout"), moment, Duration.ofMinutes(2), usual.connectTimeout()),
                values.duration(stated("callTimeout"), moment, Duration.ofMinutes(10), usual.callTimeout()),
                values.whole(stated("maxBytes"), 1024, 256L << 20, usual.maxBytes()),
                values.timezone(stated("timezone"), usual.timezone()),
                values.web(stated("hub")),
                values.folder(stated("theme")),
                values.person(stated("notify")));
    }
}
