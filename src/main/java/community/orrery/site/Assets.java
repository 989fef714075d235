package community.orrery.site;

import community.orrery.site.PlannedFile.Stage;

/** Files published as they are: style sheet, scripts, pictures, and a theme's own. */
final class Assets {

    private Assets() {}

    static void plan(SitePlan plan) {
        for (String name : plan.resources().assets()) {
            byte[] bytes = plan.resources().bytes(name);
            plan.add(Stage.ASSET, name, Inputs.of("asset").with(bytes), press -> bytes);
        }
    }
}
