package community.orrery.cli;

import community.orrery.archive.Archive;
import community.orrery.archive.Outbox;
import community.orrery.archive.Outbox.Waiting;
import community.orrery.crawl.Checkup;
import community.orrery.crawl.KeptIds;
import community.orrery.crosspost.Crossposts;
import community.orrery.feed.Planet;
import community.orrery.feed.Post;
import community.orrery.feed.Writing;
import community.orrery.fetch.Reach;
import community.orrery.fetch.Webhook;
import community.orrery.health.Alarms;
import community.orrery.health.Health;
import community.orrery.health.WeekLetter;
import community.orrery.mail.MailServer;
import community.orrery.mail.MailServer.Letter;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells whoever {@code planet:notify}, or the environment, names how the feeds are doing. What is to be told is kept in the archive first and
 * leaves it when it is delivered, so that a mail server that is down costs neither the message nor the run.
 */
final class Notifier {

    private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);

    private final Surroundings around;
    private final Reach reach;

    Notifier(Surroundings around, Reach reach) {
        this.around = around;
        this.reach = reach;
    }

    /** To be called when a run is over; does nothing where nobody is named. */
    void tell(Planet planet, Archive archive) {
        try {
            Caretaker.of(planet, around.environment(), reach).ifPresent(caretaker -> tell(caretaker, planet, archive));
        } catch (Unmended e) {
            around.err().println(e.getMessage());
        }
    }

    private void tell(Caretaker caretaker, Planet planet, Archive archive) {
        Instant now = around.clock().instant();
        Outbox outbox = new Outbox(archive);
        Health health = Checkup.ofFeeds(planet, archive);
        Alarms alarms = Alarms.of(planet.title(), planet.settings().timezone(), health, outbox.alarms(), now);
        outbox.put(alarms.notices(), alarms.told(), now);
        digest(planet, health, archive, outbox, now);
        outbox.expire(now)
                .forEach(message -> LOG.warn(
                        "notice={} outcome=dropped tries={}", message.notice().id(), message.tries()));
        for (Waiting message : outbox.waiting(now)) {
            if (!deliver(caretaker, message, outbox, now)) {
                break; // the others wait too: a server that is silent costs a run one try, not one for each
            }
        }
    }

    /** The first one counts from when somebody was first named. */
    private static void digest(Planet planet, Health health, Archive archive, Outbox outbox, Instant now) {
        Optional<Instant> last = outbox.lastDigest();
        if (last.isEmpty() || last.get().isAfter(now)) {
            outbox.putDigest(Optional.empty(), now);
        } else if (WeekLetter.isDue(last.get(), now, planet.settings().timezone())) {
            Planet known = KeptIds.of(planet, archive.states());
            List<Post> published =
                    Crossposts.attribute(known, archive.postsOf(known), archive.kinships()).writings().stream()
                            .flatMap(Writing::posts)
                            .toList();
            outbox.putDigest(
                    Optional.of(WeekLetter.of(known, health, published, archive.runs(), last.get(), now)), now);
        }
    }

    private boolean deliver(Caretaker caretaker, Waiting message, Outbox outbox, Instant now) {
        Optional<String> trouble = send(caretaker, message);
        if (trouble.isEmpty()) {
            outbox.delivered(message);
            LOG.info("notice={} outcome=delivered tries={}", message.notice().id(), message.tries() + 1);
            return true;
        }
        outbox.undelivered(message, trouble.get(), now);
        around.err()
                .println("The message \"" + Progress.clean(message.notice().subject()) + "\" could not be told: "
                        + Progress.clean(trouble.get()) + ". It is kept and tried again for a month.");
        return false;
    }

    private Optional<String> send(Caretaker caretaker, Waiting message) {
        URI address = caretaker.address();
        if ("mailto".equals(address.getScheme().toLowerCase(Locale.ROOT))) {
            return new MailServer(around.environment())
                    .send(new Letter(
                            address.getSchemeSpecificPart(),
                            message.notice().id(),
                            message.notice().subject(),
                            message.notice().body(),
                            message.made()));
        }
        return new Webhook(caretaker.reach())
                .post(
                        address,
                        message.notice().id(),
                        message.notice().subject(),
                        message.notice().body());
    }
}
