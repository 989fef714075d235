package community.orrery.clean;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A reader's visit to a page, who touches everything on it but follows no link to another page. Nothing beyond the page's
 * own server is reached: what is asked for is written down and refused.
 *
 * @param hits the payloads whose script ran; 0 where a script ran that can't say whose it is
 * @param trespasses dialogs, errors of scripts, navigations, windows, downloads, and requests to others except for the
 *     pictures and media that the page's elements name
 * @param finding what the page answered at the end to the visitor's question
 */
record Visit(Set<Integer> hits, List<String> trespasses, Object finding) {

    private static final Set<String> OF_POSTS = Set.of("image", "media");

    /** Payloads in base64 and the like hold the unarmed HIT. */
    private static final String UNARMED =
            "Object.defineProperty(window, 'HIT', {get() { window.hit(0); return ''; }});";

    private static final String TOUCH =
            """
            async () => {
              const all = [...Document.prototype.querySelectorAll.call(document, 'body *')];
              const link = element => Element.prototype.closest.call(element, 'a, area');
              window.addEventListener('click', event => {
                const near = link(event.target);
                if (near && /^(https?|mailto):$/.test(near.protocol)) event.preventDefault();
              }, true);
              const quiet = ['focus', 'focusin', 'pointerover', 'pointerenter', 'mouseover', 'mouseenter', 'mousemove', 'mousedown',
                'mouseup', 'dblclick', 'contextmenu', 'wheel', 'touchstart', 'keydown', 'keyup', 'input', 'change', 'select', 'submit',
                'dragstart', 'drop', 'copy', 'paste', 'scroll', 'toggle', 'beforetoggle', 'animationstart', 'animationend',
                'transitionend', 'load', 'error', 'play', 'loadstart', 'canplay', 'blur'];
              for (const element of all) {
                if (element.localName === 'img') element.loading = 'eager';
                quiet.forEach(name => element.dispatchEvent(new Event(name)));
                if (element.focus) element.focus();
                element.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true, view: window}));
                const near = link(element);
                // The next such link would take this one's turn before it runs.
                if (near && !/^(https?|mailto):$/.test(near.protocol)) await new Promise(done => setTimeout(done, 20));
              }
            }
            """;

    /** What the page's pictures and media name, as the browser reads it. */
    private static final String NAMED =
            """
            () => [...document.querySelectorAll('img, source, video, audio')].flatMap(element => [
              element.src, element.currentSrc, element.poster,
              ...(element.srcset || '').split(/,\\s+/).filter(Boolean).map(each => new URL(each.trim().split(/\\s/)[0], document.baseURI).href)
            ]).filter(Boolean)
            """;

    /** @param question an expression that the page answers when everything has been touched */
    static Visit to(Browser browser, String address, String question) {
        Set<Integer> hits = new TreeSet<>();
        List<String> trespasses = new ArrayList<>();
        List<Request> requests = new ArrayList<>();
        try (BrowserContext context = browser.newContext()) {
            String server = address.substring(0, address.indexOf('/', "http://".length()) + 1);
            context.route(url -> !url.startsWith(server), Route::abort);
            context.onRequest(requests::add);
            context.exposeFunction("hit", arguments -> hits.add(((Number) arguments[0]).intValue()));
            context.addInitScript(UNARMED);
            Page page = context.newPage();
            context.onPage(other -> trespasses.add("opens a window: " + other.url()));
            watch(page, address, trespasses);
            Object finding = "";
            try {
                page.navigate(address, new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
                page.evaluate(TOUCH);
                for (int at = 20; at < 700; at += 60) {
                    page.mouse().move(at, at);
                }
                page.waitForLoadState(LoadState.NETWORKIDLE);
                Set<Object> named = Set.copyOf((List<?>) page.evaluate(NAMED));
                requests.stream()
                        .filter(request -> !isOwn(request, address, server, named))
                        .forEach(request ->
                                trespasses.add("asks for a " + request.resourceType() + ": " + request.url()));
                finding = page.evaluate(question);
            } catch (PlaywrightException e) {
                trespasses.add("takes the page away: " + e.getMessage());
            }
            return new Visit(hits, trespasses, finding);
        }
    }

    private static void watch(Page page, String address, List<String> trespasses) {
        page.onDialog(dialog -> {
            trespasses.add("opens a dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.onPageError(error -> trespasses.add("a script fails: " + error));
        page.onDownload(download -> trespasses.add("downloads " + download.url()));
        page.onWebSocket(socket -> trespasses.add("opens a socket: " + socket.url()));
        page.onFrameNavigated(frame -> {
            if (frame != page.mainFrame()) {
                trespasses.add("holds a frame: " + frame.url());
            } else if (!frame.url().equals(address)) {
                trespasses.add("goes to " + frame.url());
            }
        });
    }

    private static boolean isOwn(Request request, String address, String server, Set<Object> named) {
        String url = request.url();
        return url.equals(address)
                || url.equals(server + "favicon.ico")
                || url.startsWith(server) && url.contains("/assets/")
                || OF_POSTS.contains(request.resourceType()) && !url.startsWith(server) && named.contains(url);
    }
}
