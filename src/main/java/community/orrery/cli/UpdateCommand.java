package community.orrery.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Crawls once and publishes. */
@Command(name = "update", mixinStandardHelpOptions = true, description = "Crawl the members once and publish the site.")
final class UpdateCommand implements Callable<Integer> {

    @Mixin
    private final CrawlOptions options = new CrawlOptions();

    private final Surroundings around;

    UpdateCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        return new Update(options, around).run();
    }
}
