package community.orrery.cli;

import community.orrery.feed.Credentials;
import community.orrery.opml.EditOutcome;
import community.orrery.opml.Mistake;
import java.util.List;
import java.util.function.UnaryOperator;

/** Carries out one edit of the list, or shows what it would be. */
final class ListEdit {

    private final ListFile list;
    private final EditOptions options;
    private final Surroundings around;

    private ListEdit(ListFile list, EditOptions options, Surroundings around) {
        this.list = list;
        this.options = options;
        this.around = around;
    }

    static ListEdit of(EditOptions options, Surroundings around) throws Unmended {
        return new ListEdit(ListFile.read(options.feeds), options, around);
    }

    static ListEdit of(ListFile list, EditOptions options, Surroundings around) {
        return new ListEdit(list, options, around);
    }

    /** One of {@link community.orrery.opml.OpmlEdit}'s: the list's text to what comes of it. */
    @FunctionalInterface
    interface Edit {
        EditOutcome of(String list);
    }

    String text() {
        return list.text();
    }

    /**
     * @param done what to say when it is written, a sentence
     * @return the list's new text
     * @throws Unmended when the edit is refused, would break a sound list, or cannot be written
     */
    String apply(Edit edit, String done) throws Unmended {
        String edited = edited(edit);
        List<Mistake> left = list.mistakes(edited);
        if (!left.isEmpty() && list.mistakes(list.text()).isEmpty()) {
            throw new Unmended("The list would not be sound any more:" + System.lineSeparator() + ListFile.inWords(left)
                    + "Nothing was changed.");
        }
        if (options.dryRun) {
            around.out().print(LineDiff.of(options.feeds.toString(), list.text(), edited));
            around.out().println("Nothing was written (--dry-run).");
        } else {
            list.replace(edited);
            around.out().println(options.feeds + ": " + Credentials.hidden(done));
        }
        if (!left.isEmpty()) {
            around.err()
                    .print("The list has mistakes besides, to be mended before the next run:" + System.lineSeparator()
                            + ListFile.inWords(left));
        }
        return edited;
    }

    private String edited(Edit edit) throws Unmended {
        EditOutcome outcome = edit.of(list.text());
        UnaryOperator<String> none = text -> "";
        String refusal = outcome.fold(none, (what, remedy) -> what + " " + remedy);
        if (!refusal.isEmpty()) {
            throw new Unmended(options.feeds + ": " + refusal + " Nothing was changed.");
        }
        return outcome.fold(text -> text, (what, remedy) -> what);
    }
}
