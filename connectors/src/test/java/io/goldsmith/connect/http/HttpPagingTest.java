package io.goldsmith.connect.http;

import static io.goldsmith.connect.http.ScriptedService.customers;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.connect.ExtractionReport;
import io.goldsmith.connect.TestHub;
import io.goldsmith.connect.http.ScriptedService.Answer;
import io.goldsmith.connect.http.ScriptedService.Asked;
import io.goldsmith.mdm.run.RunState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way in which a service cuts five customers into pages of two, by real HTTP. */
class HttpPagingTest {

    @TempDir
    Path folder;

    private ScriptedService service = ScriptedService.start(asked -> Answer.status(500));

    @AfterEach
    void stop() {
        service.close();
    }

    private ExtractionReport extract(Function<Asked, Answer> script, String... lines) {
        service.answers(script);
        try (TestHub hub = TestHub.open(folder, service.connector(lines))) {
            return hub.connectors().extract("accounting").extractions().get(0);
        }
    }

    private static String page(int number) {
        return number > 2 ? "[]" : customers(number * 2 + 1, Math.min(number * 2 + 2, 5));
    }

    private static int number(Asked asked, String parameter) {
        return Integer.parseInt(asked.query().get(parameter));
    }

    @Test
    void numbersMayStartAtOneUnderNamesOfTheServicesOwn() {
        ExtractionReport report = extract(
                asked -> Answer.json("{\"items\":" + page(number(asked, "p") - 1) + ",\"info\":{\"count\":3}}"),
                "paging: {by: page, page-parameter: p, size-parameter: per_page, first: 1, pages: /info/count}");

        assertThat(report.counts().landed()).isEqualTo(5);
        assertThat(service.asked("p")).containsExactly("1", "2", "3");
        assertThat(service.asked("per_page")).containsOnly("2");
    }

    @Test
    void withoutANumberOfPagesTheFirstEmptyOneIsTheEnd() {
        ExtractionReport report = extract(
                asked -> Answer.json(page(number(asked, "page"))), "items: ''", "paging: {by: page, pages: ''}");

        assertThat(report.counts().landed()).isEqualTo(5);
        assertThat(service.asked("page")).containsExactly("0", "1", "2", "3");
    }

    @Test
    void aCursorIsSentAsItCameUntilNoneComes() {
        List<String> cursors = List.of("", "a+b/=&c", "é é");
        ExtractionReport report = extract(
                asked -> {
                    int page = cursors.indexOf(asked.query().getOrDefault("after", ""));
                    String next = page < 2 ? "\"" + cursors.get(page + 1) + "\"" : "null";
                    return Answer.json("{\"items\":" + page(page) + ",\"meta\":{\"next\":" + next + "}}");
                },
                "paging: {by: cursor, next: /meta/next, parameter: after}");

        assertThat(report.message()).isEmpty();
        assertThat(report.counts().landed()).isEqualTo(5);
        assertThat(service.asked("after")).isEqualTo(cursors);
    }

    @Test
    void theLinkHeaderLeadsOnWhateverElseStandsInIt() {
        ExtractionReport report = extract(
                asked -> {
                    int page = Integer.parseInt(asked.query().getOrDefault("start", "0"));
                    Answer answer = Answer.json("{\"items\":" + page(page) + "}");
                    return page == 2
                            ? answer.with("Link", "</customers>; rel=\"first\"")
                            : answer.with(
                                    "Link",
                                    "</customers?a=1,2>; title=\"a, \\\"b\\\"; rel=next\"; rel=\"prev\", </customers?start="
                                            + (page + 1) + "&x=%2F>; REL=\"start NEXT\"; type=text/html");
                },
                "paging: {by: link}");

        assertThat(report.message()).isEmpty();
        assertThat(report.counts().landed()).isEqualTo(5);
        assertThat(service.asked("start")).containsExactly("", "1", "2");
        assertThat(service.asked("x")).containsExactly("", "/", "/");
    }

    @Test
    void aLinkMayStandInThePage() {
        ExtractionReport report = extract(
                asked -> {
                    int page = Integer.parseInt(asked.query().getOrDefault("start", "0"));
                    String next = page == 2 ? "" : service.url() + "/customers?start=" + (page + 1);
                    return Answer.json("{\"items\":" + page(page) + ",\"next\":\"" + next + "\"}");
                },
                "paging: {by: link, next: /next}");

        assertThat(report.counts().landed()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({"//elsewhere.example/customers", "https://localhost/customers", "http://user@localhost/customers"})
    void aLinkToAnotherOriginIsNotFollowed(String target) {
        ExtractionReport report = extract(
                asked -> Answer.json("{\"items\":" + page(0) + "}").with("Link", "<" + target + ">; rel=next"),
                "paging: {by: link}",
                "token: \"${file:secrets/password}\"");

        assertThat(report.state()).isEqualTo(RunState.FAILED);
        assertThat(report.message()).contains("address").doesNotContain("elsewhere.example");
        assertThat(service.asked()).hasSize(1);
    }

    @Test
    void theTokenDoesNotLeaveForAnotherServiceOnTheSameHost() {
        try (ScriptedService other = ScriptedService.start(asked -> Answer.json("{\"items\":[]}"))) {
            ExtractionReport report = extract(
                    asked -> Answer.json("{\"items\":" + page(0) + ",\"next\":\"" + other.url() + "/customers\"}"),
                    "paging: {by: link, next: /next}",
                    "token: \"${file:secrets/password}\"");

            assertThat(report.message()).contains("must name addresses of its own", "credentials must not go");
            assertThat(other.asked()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            value = {"'paging: {by: offset, total: /total}'|0 2 4", "'paging: {by: offset}'|0 2 4 5"},
            delimiter = '|')
    void anOffsetCountsTheItemsThatCame(String paging, String offsets) {
        ExtractionReport report = extract(
                asked -> {
                    int from = number(asked, "offset");
                    int to = Math.min(from + number(asked, "limit"), 5);
                    return Answer.json("{\"total\":5,\"items\":" + (from == 5 ? "[]" : customers(from + 1, to)) + "}");
                },
                paging);

        assertThat(report.counts().landed()).isEqualTo(5);
        assertThat(service.asked("offset")).containsExactly(offsets.split(" "));
    }

    @Test
    void withoutPagingOneRequestReadsAll() {
        ExtractionReport report = extract(
                asked -> Answer.json(customers(1, 5)), "items: ''", "paging: {by: none}", "since-parameter: ''");

        assertThat(report.counts().landed()).isEqualTo(5);
        assertThat(service.asked()).extracting(Asked::query).containsExactly(Map.of());
    }

    @Test
    void aCursorThatComesAgainEndsTheRunAndSaysSo() {
        ExtractionReport report = extract(
                asked -> Answer.json("{\"items\":"
                        + (asked.query().getOrDefault("cursor", "").equals("a") ? page(1) : page(0)) + ",\"next\":\""
                        + (asked.query().getOrDefault("cursor", "").equals("a") ? "b" : "a") + "\"}"),
                "paging: {by: cursor, next: /next}");

        assertThat(report.state()).isEqualTo(RunState.FAILED);
        assertThat(report.message()).contains("page 3 of", "leads back to a page that was read", "paging");
        assertThat(service.asked("cursor")).containsExactly("", "a", "b");
    }

    @Test
    void aServiceThatDoesNotKnowTheParameterIsFoundOutByItsSecondPage() {
        ExtractionReport report =
                extract(asked -> Answer.json("{\"items\":" + page(0) + "}"), "paging: {by: page, pages: ''}");

        assertThat(report.state()).isEqualTo(RunState.FAILED);
        assertThat(report.message()).contains("page 1 of", "has the same ones", "query parameters");
        assertThat(service.asked()).hasSize(2);
    }

    @Test
    void aPageWithoutItsNumberOfPagesSaysWhichKeyToCheck() {
        ExtractionReport report = extract(asked -> Answer.json("{\"items\":[]}"));

        assertThat(report.message()).contains("must have a number of pages at /pages", "paging");
    }

    @ParameterizedTest
    @CsvSource({
        "instant, '[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z'",
        "epoch-seconds, '[0-9]{10}'",
        "epoch-millis, '[0-9]{13}'"
    })
    void theTimeSinceWhenIsWrittenAsTheServiceTakesIt(String format, String pattern) {
        service.answers(asked -> Answer.json("{\"items\":" + customers(1, 2) + ",\"pages\":1}"));
        try (TestHub hub =
                TestHub.open(folder, service.connector("since-parameter: changed[gte]", "since-format: " + format))) {
            hub.connectors().extract("accounting");
            hub.connectors().extract("accounting");
        }

        assertThat(service.asked("changed[gte]")).hasSize(2);
        assertThat(service.asked("changed[gte]").get(0)).isEmpty();
        assertThat(service.asked("changed[gte]").get(1)).matches(pattern);
    }

    @Test
    void aRecordThatIsMarkedAsDeletedIsDeleted() {
        service.answers(asked -> Answer.json("{\"items\":" + customers(1, 2) + ",\"pages\":1}"));
        try (TestHub hub = TestHub.open(folder, service.connector())) {
            hub.connectors().extract("accounting");
            assertThat(hub.hub().goldenRecords().count()).isEqualTo(2);

            service.answers(asked -> Answer.json("{\"pages\":1,\"items\":[{\"id\":\"K2\",\"status\":\"DELETED\","
                    + "\"updatedAt\":\"2024-02-01T00:00:00Z\"},{\"id\":\"K1\",\"name\":\"Nom1\",\"status\":\"active\","
                    + "\"updatedAt\":\"2024-02-01T00:00:00Z\"}]}"));
            hub.connectors().extract("accounting");

            assertThat(hub.hub().sourceRecords().countLiveOf("accounting")).isEqualTo(1);
            assertThat(hub.hub().goldenRecords().count()).isEqualTo(1);
        }
    }
}
