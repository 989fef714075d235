package community.orrery.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;

/** The command without a word after it: an update. */
@Command(
        name = "orrery",
        mixinStandardHelpOptions = true,
        versionProvider = OrreryCommand.Version.class,
        description = {
            "A community planet: reads the list of members' blogs, crawls them, and writes one site and one combined feed.",
            "Without a command it does what update does."
        })
final class OrreryCommand implements Callable<Integer> {

    @Mixin
    private final CrawlOptions options = new CrawlOptions();

    private final Surroundings around;

    OrreryCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        return new Update(options, around).run();
    }

    /** As the build wrote it into the jar; a build that was not packaged has none. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = OrreryCommand.class.getPackage().getImplementationVersion();
            return new String[] {"Orrery " + (version == null ? "(not packaged)" : version)};
        }
    }
}
