package io.goldsmith.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.goldsmith.mdm.stewardship.Task;
import io.goldsmith.mdm.stewardship.TaskKind;
import io.goldsmith.mdm.stewardship.TaskState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console as a person meets it: in a real browser, on a real hub. Skipped where no chromium is on the PATH. */
class ConsoleInABrowserTest {

    private static final double PATIENCE_MILLIS = 30_000;

    @TempDir
    private static Path folder;

    private static SampleHub hub;
    private static ConsoleServer server;
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        Optional<Path> executable = Chromium.onThePath();
        assumeTrue(executable.isPresent(), "no chromium on the PATH; install it to run the console's browser tests");
        hub = SampleHub.filled(folder);
        server = ConsoleServer.start(hub.runtime(), 0);
        chromium = new Chromium(executable.get());
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
            server.close();
            hub.close();
        }
    }

    private static Page signedIn(BrowserContext context) {
        Page page = context.newPage();
        page.navigate(server.address().toString());
        page.getByLabel("Name").fill(SampleHub.STEWARD);
        page.getByLabel("Password").fill(SampleHub.STEWARD_PASSWORD);
        page.getByText("Sign in").click();
        assertThat(page).hasTitle("Overview · Goldsmith");
        return page;
    }

    private static Task firstOpenTask() {
        return hub.runtime()
                .hub()
                .stewardship()
                .queue(TaskState.OPEN, Optional.of(TaskKind.POSSIBLE_DUPLICATE), 0, 1)
                .get(0);
    }

    private static List<String> pages() {
        return List.of(
                "",
                "golden",
                "golden?q=lefebvre",
                "golden?q=nobodyhasthisname",
                "golden/" + hub.goldenOf(SampleHub.LEFEBVRE),
                "golden/" + hub.goldenOf(SampleHub.SCRIPTED),
                "tasks",
                "tasks/" + firstOpenTask().id(),
                "quarantine",
                "deliveries",
                "runs",
                "nowhere");
    }

    @Test
    void hasNoBarrierThatAxeFindsInLightNorDark() {
        List<String> found = new ArrayList<>();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (BrowserContext context =
                    chromium.browser().newContext(new Browser.NewContextOptions().setColorScheme(scheme))) {
                Page page = context.newPage();
                page.navigate(server.address() + "login");
                found.addAll(barriers(page, scheme + " login"));
                page = signedIn(context);
                for (String address : pages()) {
                    page.navigate(server.address() + address);
                    found.addAll(barriers(page, scheme + " " + address));
                }
            }
        }
        assertThat(found).isEmpty();
    }

    private static List<String> barriers(Page page, String where) {
        return new AxeBuilder(page)
                        .setLegacyMode(
                                true) // No page holds frames, and the other mode opens a page of its own for each
                        // analysis.
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(rule -> where + ": " + rule.getId() + " at " + rule.getNodes())
                        .toList();
    }

    @Test
    void fitsANarrowScreenWithoutScrollingSideways() {
        try (BrowserContext context =
                chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(375, 812))) {
            Page page = signedIn(context);
            for (String address : pages()) {
                page.navigate(server.address() + address);
                Object width = page.evaluate("document.documentElement.scrollWidth");
                assertThat(((Number) width).intValue()).as(address).isLessThanOrEqualTo(375);
            }
        }
    }

    @Test
    void breaksItsOwnContentSecurityPolicyOnNoPage() {
        try (BrowserContext context = chromium.browser().newContext()) {
            Page page = signedIn(context);
            List<String> complaints = new ArrayList<>();
            page.onConsoleMessage(message -> complaints.add(page.url() + " " + message.text()));
            for (String address : pages().subList(0, pages().size() - 1)) {
                Response response = page.navigate(server.address() + address);
                assertThat(response.headers()).containsKey("content-security-policy");
            }
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void findsACustomerFromTheKeyboard() {
        try (BrowserContext context = chromium.browser().newContext()) {
            Page page = signedIn(context);

            page.keyboard().press("/");
            page.keyboard().type("lefeb");
            page.keyboard().press("Enter");
            page.locator("tbody a").first().click();

            assertThat(page.locator("h1")).hasText(Pattern.compile("Jean-Pierre LEFEBVRE", Pattern.CASE_INSENSITIVE));
            assertThat(page.getByText("Golden values")).isVisible();
        }
    }

    @Test
    void decidesATaskAndUndoesItWithOneKeyEach() {
        Task task = firstOpenTask();
        try (BrowserContext context = chromium.browser().newContext()) {
            Page page = signedIn(context);
            page.navigate(server.address() + "tasks/" + task.id());

            page.keyboard().press("c");
            page.keyboard().type("said at the counter");
            page.keyboard().press("Escape");
            page.keyboard().press("a");

            assertThat(page.getByText("are one customer now")).isVisible();
            assertThat(hub.goldenOf(task.left().orElseThrow()))
                    .isEqualTo(hub.goldenOf(task.right().orElseThrow()));

            page.keyboard().press("u");

            assertThat(page.getByText("Taken back")).isVisible();
            assertThat(hub.goldenOf(task.left().orElseThrow()))
                    .isNotEqualTo(hub.goldenOf(task.right().orElseThrow()));
        }
    }

    @Test
    void rejectingATaskKeepsTheCustomersApart() {
        Task task = firstOpenTask();
        try (BrowserContext context = chromium.browser().newContext()) {
            Page page = signedIn(context);
            page.navigate(server.address() + "tasks/" + task.id());

            page.keyboard().press("d");

            assertThat(page.getByText("stay apart and are not proposed again")).isVisible();
            assertThat(hub.runtime()
                            .hub()
                            .stewardship()
                            .task(task.id())
                            .orElseThrow()
                            .state())
                    .isEqualTo(TaskState.REJECTED);
            page.keyboard().press("u");
            assertThat(page.getByText("Taken back")).isVisible();
        }
    }
}
