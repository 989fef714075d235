package community.orrery.parse;

import community.orrery.feed.Enclosure;
import community.orrery.feed.Person;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/**
 * What extensions add to an entry, read from the tree, since ROME drops or misreads some of it: every date, Dublin Core, media,
 * iTunes, creativeCommons, FeedBurner.
 */
final class Modules {

    private static final Pattern CLOCK = Pattern.compile("(?:(\\d{1,3}):)?(\\d{1,3}):(\\d{1,2})(?:\\.\\d+)?");

    private static final Pattern TIME = Pattern.compile("<time\\s[^<>]*\\bdatetime=[\"']([^\"'<>]*)");

    /** Pixels, as a side of a picture that is none: a face, an icon, a line. Blogger's and Flickr's squares have 72 and 75. */
    private static final Pattern TINY = Pattern.compile("\\d{1,2}(?:\\.\\d{1,9})?(?:px)?");

    private static final Pattern LINE = Pattern.compile("\\d(?:\\.\\d{1,9})?(?:px)?");

    private final Map<String, String> dates = new HashMap<>();
    private final Draft draft;
    private final Bases bases;
    private final Instant now;
    /** Whether what is being read, or anything that it stands in, is marked as not for everybody. */
    private boolean adult;

    private @Nullable Duration duration;
    private @Nullable URI itunesImage;
    private @Nullable String origLink;
    private @Nullable String origEnclosureLink;
    private @Nullable Element description;
    private @Nullable Element subtitle;
    private String keywords = "";

    Modules(Draft draft, Bases bases, Instant now) {
        this.draft = draft;
        this.bases = bases;
        this.now = now;
    }

    /** Reads all of an entry's extensions into its draft. */
    void read(Element entry, @Nullable URI site) {
        adult = isAdult(entry);
        for (Element child : entry.getChildren()) {
            String local = Names.local(child);
            String space = child.getNamespaceURI();
            if (Names.isRss(space) || space.equals(Names.ATOM.getURI()) || space.equals(Names.DCTERMS)) {
                date(local, child);
            }
            switch (space) {
                case Names.DC, Names.DCTERMS -> dublinCore(local, child);
                case Names.MEDIA -> media(local, child, site);
                case Names.ITUNES -> itunes(local, child);
                case Names.LICENSE, Names.CC -> license(local, child);
                case Names.FEEDBURNER -> feedburner(local, child.getTextTrim());
                default -> {}
            }
        }
        finish();
    }

    /** When an entry says that it was published, else updated; null when it does not say. */
    static @Nullable Instant date(Element entry, Bases bases, Instant now) {
        Draft draft = new Draft();
        new Modules(draft, bases, now).read(entry, null);
        return draft.published == null ? draft.updated : draft.published;
    }

    private void date(String local, Element element) {
        switch (local) {
            case "pubdate", "published", "issued", "created", "updated", "modified", "date" ->
                dates.put(local, written(element));
            default -> {}
        }
    }

    /** The text of a date. Drupal's views write HTML there, and what a program reads stands in an attribute of it. */
    private static String written(Element date) {
        Matcher time = TIME.matcher(RssShape.text(date));
        return time.find() ? time.group(1) : date.getText();
    }

    private void dublinCore(String local, Element element) {
        String text = element.getText();
        switch (local) {
            case "creator", "author" -> draft.author(People.named(text, null));
            case "date" -> dates.put("dc:date", written(element));
            case "subject" -> draft.category(text, null, null);
            case "language" -> draft.language = draft.language == null ? Texts.language(text) : draft.language;
            case "rights" -> draft.rights = draft.rights == null ? Texts.orNull(Texts.plain(text)) : draft.rights;
            case "license" -> license(local, element);
            case "title" -> draft.title = draft.title.isEmpty() ? Texts.plain(text) : draft.title;
            default -> {}
        }
    }

    private void media(String local, Element element, @Nullable URI site) {
        switch (local) {
            case "group", "content" -> {
                boolean outside = adult;
                adult |= isAdult(element);
                if (local.equals("group")) {
                    element.getChildren().forEach(child -> media(Names.local(child), child, site));
                } else {
                    mediaContent(element, site);
                }
                adult = outside;
            }
            case "thumbnail" -> thumbnail(Names.attribute(element, "url"), element, site);
            case "title" -> draft.title = draft.title.isEmpty() ? Texts.plain(element.getText()) : draft.title;
            case "description" ->
                description = description == null && !element.getText().isBlank() ? element : description;
            case "category" ->
                draft.category(
                        element.getText(), Names.attribute(element, "scheme"), Names.attribute(element, "label"));
            case "license" ->
                draft.license =
                        draft.license == null ? Addresses.web(Names.attribute(element, "href"), null) : draft.license;
            default -> {}
        }
    }

    private void mediaContent(Element element, @Nullable URI site) {
        URI uri = Addresses.web(Names.attribute(element, "url"), bases.of(element, draft.link, site));
        String medium = Names.attribute(element, "medium");
        String type = type(Names.attribute(element, "type"));
        boolean image = "image".equalsIgnoreCase(medium) || type != null && type.startsWith("image/");
        if (uri != null && image) {
            picture(uri, element, site);
        } else if (uri != null && (type != null || medium != null)) {
            Duration length = duration(Names.attribute(element, "duration"));
            draft.enclosure(new Enclosure(uri, type, length(Names.attribute(element, "fileSize")), length));
        }
        for (Element child : element.getChildren()) {
            if (!Names.local(child).equals("title")) { // the file's, not the entry's
                media(Names.local(child), child, site);
            }
        }
    }

    /** What a group holds, or one address gives by its query with the widths told, is one picture in several sizes. */
    private void picture(URI uri, Element element, @Nullable URI site) {
        if (isTiny(element) || Person.isPortrait(uri) || adult) {
            return;
        }
        thumbnail(uri.toString(), element, site);
        Element parent = element.getParentElement();
        Long width = length(Names.attribute(element, "width"));
        draft.picture(
                parent != null && Names.local(parent).equals("group")
                        ? parent
                        : width == null ? uri : uri.toString().replaceFirst("\\?.*", ""),
                new Picture(uri, width == null ? 0 : width, said(element, "description")));
    }

    private static boolean isAdult(Element rated) {
        return said(rated, "rating").equals("adult");
    }

    private static String said(Element element, String name) {
        return element.getChildren().stream()
                .filter(child -> Names.local(child).equals(name))
                .map(child -> Texts.plain(child.getText()))
                .findFirst()
                .orElse("");
    }

    /** The first picture that may stand for the entry. WordPress lists its author's face before all others. */
    private void thumbnail(@Nullable String url, Element element, @Nullable URI site) {
        URI picture = Addresses.web(url, bases.of(element, draft.link, site));
        if (draft.thumbnail == null && picture != null && !isTiny(element) && !Person.isPortrait(picture) && !adult) {
            draft.thumbnail = picture;
        }
    }

    /** In every direction that it tells, or as thin as a line in one: a film's picture may be low. */
    private static boolean isTiny(Element picture) {
        List<String> sides = Stream.of("width", "height")
                .flatMap(side -> Stream.ofNullable(Names.attribute(picture, side)))
                .toList();
        return !sides.isEmpty()
                && (sides.stream().allMatch(side -> TINY.matcher(side).matches())
                        || sides.stream().anyMatch(side -> LINE.matcher(side).matches()));
    }

    private void itunes(String local, Element element) {
        switch (local) {
            case "author" -> {
                if (draft.authors.isEmpty()) {
                    draft.author(People.named(element.getText(), null));
                }
            }
            case "duration" -> duration = duration(element.getText());
            case "image" ->
                itunesImage = Addresses.web(
                        Names.attribute(element, "href") == null
                                ? Names.attribute(element, "url")
                                : Names.attribute(element, "href"),
                        bases.of(element, draft.link));
            case "title" -> draft.title = draft.title.isEmpty() ? Texts.plain(element.getText()) : draft.title;
            case "subtitle" -> subtitle = element;
            case "keywords" -> keywords = element.getText();
            default -> {}
        }
    }

    private void feedburner(String local, String address) {
        switch (local) {
            case "origlink" -> origLink = address;
            case "origenclosurelink" -> origEnclosureLink = address;
            default -> {}
        }
    }

    private void license(String local, Element element) {
        if (local.equals("license") && draft.license == null) {
            String resource = Names.attribute(element, "resource");
            draft.license = Addresses.web(resource == null ? element.getText() : resource, null);
        }
    }

    /** For an entry that has no other text: media:description, else iTunes' subtitle. It is plain unless it says html. */
    @Nullable
    Passage text(@Nullable URI site) {
        Element told = description == null ? subtitle : description;
        if (told == null || told.getText().isBlank()) {
            return null;
        }
        boolean html = "html".equalsIgnoreCase(Names.attribute(told, "type"));
        String text = told.getText();
        URI base = bases.of(told, draft.link, site);
        return html ? Passage.markup(text, base) : Passage.plain(text, base);
    }

    private void finish() {
        draft.published = first(draft.published, "pubdate", "published", "issued", "dc:date", "created");
        draft.updated = first(draft.updated, "updated", "modified");
        if (draft.published == null && draft.updated == null) {
            draft.updated = first(null, "date");
        }
        draft.thumbnail = draft.thumbnail == null && !adult ? itunesImage : draft.thumbnail;
        URI original = Addresses.web(origLink, null);
        if (original != null) {
            draft.canonical = original;
            boolean redirect = draft.link != null
                    && String.valueOf(draft.link.getHost())
                            .toLowerCase(Locale.ROOT)
                            .contains("feedburner");
            draft.link = draft.link == null || redirect || isFeedProxy(draft.link) ? original : draft.link;
        }
    }

    /**
     * What is said once for a whole episode, when all its files and tags are known: where its only file is, how long that plays,
     * and its keywords, which are tags where it has no others.
     */
    void complete() {
        if (draft.categories().isEmpty()) {
            Stream.of(Texts.fold(keywords).split(",")).forEach(keyword -> draft.category(keyword, null, null));
        }
        draft.onlyEnclosure(Addresses.web(origEnclosureLink, null), duration);
    }

    private static boolean isFeedProxy(URI link) {
        return String.valueOf(link.getHost()).toLowerCase(Locale.ROOT).startsWith("feedproxy.");
    }

    private @Nullable Instant first(@Nullable Instant given, String... names) {
        Instant date = given;
        for (int i = 0; date == null && i < names.length; i++) {
            date = Dates.read(dates.get(names[i]), now);
        }
        return date;
    }

    /** Seconds, or clock time; null for anything else and for nothing. */
    static @Nullable Duration duration(@Nullable String text) {
        String given = Texts.fold(text);
        if (given.matches("\\d{1,7}(\\.\\d+)?")) {
            long seconds = Long.parseLong(given.replaceFirst("\\..*", ""));
            return seconds == 0 ? null : Duration.ofSeconds(seconds);
        }
        Matcher clock = CLOCK.matcher(given);
        if (!clock.matches()) {
            return null;
        }
        long hours = clock.group(1) == null ? 0 : Long.parseLong(clock.group(1));
        Duration length = Duration.ofHours(hours)
                .plusMinutes(Long.parseLong(clock.group(2)))
                .plusSeconds(Long.parseLong(clock.group(3)));
        return length.isZero() ? null : length;
    }

    /** A positive number of bytes; null for anything else. */
    static @Nullable Long length(@Nullable String text) {
        String digits = Texts.fold(text).replace(",", "");
        return digits.matches("0*[1-9]\\d{0,17}") ? Long.valueOf(digits) : null;
    }

    /** A media type without parameters; null for anything that is none. */
    static @Nullable String type(@Nullable String text) {
        String type = Texts.fold(text).toLowerCase(Locale.ROOT).replaceFirst("\\s*;.*", "");
        return type.matches("[\\w.+-]+/[\\w.+-]+") ? type : null;
    }
}
