package community.orrery.cli;

import community.orrery.migrate.Migration;
import community.orrery.migrate.Move;
import community.orrery.migrate.MoveOutcome;
import community.orrery.migrate.Remark;
import community.orrery.opml.EditOutcome;
import community.orrery.opml.Joined;
import community.orrery.opml.NewList;
import community.orrery.opml.OpmlEdit;
import community.orrery.opml.Stated;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Another planet's configuration, on its way into the list. */
final class ConfigurationImport {

    private final EditOptions options;
    private final Surroundings around;
    private final List<Remark> remarks = new ArrayList<>();

    ConfigurationImport(EditOptions options, Surroundings around) {
        this.options = options;
        this.around = around;
    }

    /** @throws Unmended when the file is no configuration known here, or holds nothing for the list */
    void run(Path file) throws Unmended {
        Move move = move(file);
        boolean begun = !Files.exists(options.feeds);
        NewList fresh = NewList.of(move.settings());
        ListFile list = begun ? ListFile.begin(options.feeds) : ListFile.read(options.feeds);
        settings(move, fresh, begun);
        Joined joined = OpmlEdit.join(begun ? fresh.text() : list.text(), move.feeds());
        remarks.addAll(move.remarks());
        tell(joined);
        around.out().println(file + " is " + move.from() + ".");
        if (joined.added() > 0) {
            ListEdit.of(list, options, around).apply(edit -> joined.list(), done(joined.added(), begun));
        } else if (joined.list() instanceof EditOutcome.Refused refused) {
            throw new Unmended(
                    options.feeds + ": " + refused.what() + " " + refused.remedy() + " Nothing was changed.");
        }
        remarks.stream().sorted(Comparator.comparingInt(Remark::line)).forEach(remark -> around.err()
                .println(file + ":" + remark.line() + ": " + remark.what() + " " + remark.remedy()));
        if (joined.added() == 0) {
            throw new Unmended("It holds no feed that can join " + options.feeds + ". Nothing was changed.");
        }
    }

    private Move move(Path file) throws Unmended {
        MoveOutcome outcome = Migration.read(FeedList.bytes(file, "Nothing was changed."), file.toString());
        if (outcome instanceof MoveOutcome.Unreadable unreadable) {
            StringBuilder all = new StringBuilder();
            unreadable
                    .reasons()
                    .forEach(reason -> all.append(file + ":" + reason.line() + ": " + reason.what() + " "
                            + reason.remedy() + System.lineSeparator()));
            throw new Unmended(all + "Nothing was changed.");
        }
        return ((MoveOutcome.Read) outcome).move();
    }

    /** A list that there was keeps its own settings: which of the two is right, only a person knows. */
    private void settings(Move move, NewList fresh, boolean begun) {
        fresh.refused().forEach((setting, why) -> remarks.add(new Remark(setting.line(), why, "")));
        if (begun) {
            if (!fresh.text().contains("<title>")) {
                remarks.add(
                        new Remark(1, "It does not name the planet.", "Write <title>…</title> into the list's head."));
            }
            return;
        }
        for (Stated setting : move.settings()) {
            if (!fresh.refused().containsKey(setting)) {
                remarks.add(new Remark(
                        setting.line(),
                        setting.quoted() + " there; " + options.feeds + " keeps its own settings.",
                        "Write <" + setting.name() + "> into its head if you want it so."));
            }
        }
    }

    private void tell(Joined joined) {
        for (Joined.Ending ending : joined.endings()) {
            int line = ending.feed().line();
            String name = ending.feed().name().isEmpty()
                    ? ending.feed().xmlUrl()
                    : ending.feed().name();
            if (ending.refusal() != null) {
                remarks.add(new Remark(line, "“" + name + "” is left out.", ending.refusal()));
            }
            ending.remarks().forEach(remark -> remarks.add(new Remark(line, "“" + name + "” has joined.", remark)));
        }
    }

    private static String done(long added, boolean begun) {
        return (begun ? "begun with " : "") + added + (added == 1 ? " feed" : " feeds") + (begun ? "" : " added")
                + ". The next run asks " + (added == 1 ? "it." : "them.");
    }
}
