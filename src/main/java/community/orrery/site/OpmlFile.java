package community.orrery.site;

import community.orrery.feed.Group;
import community.orrery.feed.Member;
import community.orrery.feed.Planet;
import community.orrery.feed.Subscription;
import community.orrery.site.PlannedFile.Stage;

/**
 * The members as an OPML 2.0 list, with their groups: what a reader imports to follow everybody at home. Who is retired is not in
 * it: a feed that the planet itself asks no more is nothing to follow. Nor is a group of nobody else.
 */
final class OpmlFile {

    static final String FILE = "opml.xml";

    private OpmlFile() {}

    static void plan(SitePlan plan) {
        Inputs inputs = plan.inputs("opml");
        plan.planet().allGroups().forEach(group -> inputs.with(group.id())
                .with(group.name())
                .withAll(group.members())
                .with(group.groups().size()));
        plan.planet().members().forEach(member -> inputs.with(plan.catalogue().digestOf(member.id())));
        plan.add(Stage.FEED, FILE, inputs, press -> print(plan));
    }

    private static byte[] print(SitePlan plan) {
        Planet planet = plan.planet();
        Xml xml = new Xml()
                .instruction("xml-stylesheet href=\"" + Assets.FEED_STYLE + "\" type=\"text/css\"")
                .start("opml", "version", "2.0")
                .start("head")
                .text("title", planet.title())
                .text("ownerName", planet.ownerName())
                .text("docs", "https://opml.org/spec2.opml")
                .end()
                .start("body");
        planet.groups().forEach(group -> group(xml, plan, group));
        planet.members().stream()
                .filter(member -> plan.catalogue().groupsOf(member).isEmpty())
                .forEach(member -> member(xml, member));
        return xml.end().end().bytes();
    }

    private static void group(Xml xml, SitePlan plan, Group group) {
        Planet planet = plan.planet();
        if (group.allMembers().stream()
                .flatMap(id -> planet.member(id).stream())
                .noneMatch(OpmlFile::isToFollow)) {
            return;
        }
        xml.start("outline", "text", group.name());
        group.groups().forEach(inner -> group(xml, plan, inner));
        group.members().forEach(id -> planet.member(id).ifPresent(member -> member(xml, member)));
        xml.end();
    }

    private static boolean isToFollow(Member member) {
        return member.status() != Member.Status.RETIRED
                && member.subscriptions().stream().anyMatch(each -> !each.isFile());
    }

    /** Addresses without credentials; files of the planet's own are nobody's to read. */
    private static void member(Xml xml, Member member) {
        if (!isToFollow(member)) {
            return;
        }
        for (Subscription subscription : member.subscriptions()) {
            if (!subscription.isFile()) {
                xml.empty(
                        "outline",
                        "type",
                        "rss",
                        "text",
                        member.name(),
                        "description",
                        member.description().isEmpty() ? null : member.description(),
                        "xmlUrl",
                        subscription.label(),
                        "htmlUrl",
                        member.home());
            }
        }
    }
}
