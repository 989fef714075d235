package community.orrery.cli;

import community.orrery.feed.Credentials;
import community.orrery.opml.OpmlEdit;
import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes back that a post is hidden. */
@Command(
        name = "unhide",
        mixinStandardHelpOptions = true,
        description = "Carry a hidden post again. The next run brings its page back, at the address it had.")
final class UnhideCommand implements Callable<Integer> {

    @Mixin
    private final EditOptions options = new EditOptions();

    @Parameters(paramLabel = "POST-URL", description = "The address as it stands in the list's planet:hidden.")
    private URI url = URI.create("");

    private final Surroundings around;

    UnhideCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        return ListEdit.run(
                options,
                around,
                list -> OpmlEdit.unhide(list, url),
                Credentials.hidden(url + " is no longer hidden.") + " The next run brings it back.");
    }
}
