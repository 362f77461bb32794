package io.goldsmith.connect.http;

import static io.goldsmith.connect.http.ScriptedService.customers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.goldsmith.connect.ExtractionReport;
import io.goldsmith.connect.TestHub;
import io.goldsmith.connect.http.ScriptedService.Answer;
import io.goldsmith.connect.http.ScriptedService.Asked;
import io.goldsmith.mdm.run.RunState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the hub spares a service, and what it does not take from it, by real HTTP. */
class HttpCourtesyTest {

    private static final Answer FIVE =
            Answer.json("{\"items\":" + customers(1, 5) + "}").with("ETag", "W/\"v1\"");

    private static final Answer PAGE_OF_TWO = Answer.json("{\"items\":" + customers(1, 2) + ",\"pages\":1}");

    @TempDir
    Path folder;

    private final ScriptedService service = ScriptedService.start(asked -> PAGE_OF_TWO);

    @AfterEach
    void stop() {
        service.close();
    }

    private static ExtractionReport extract(TestHub hub) {
        return hub.connectors().extract("accounting").extractions().get(0);
    }

    private static Answer unless(Asked asked, String header, Answer answer) {
        String known = answer.headers().getOrDefault(header.equals("If-None-Match") ? "ETag" : "Last-Modified", "?");
        return asked.header(header).equals(known) ? Answer.status(304) : answer;
    }

    @ParameterizedTest
    @ValueSource(strings = {"If-None-Match", "If-Modified-Since"})
    void aResourceThatHasNotChangedIsNotReadAgain(String header) {
        Answer whole = header.equals("If-None-Match")
                ? FIVE
                : Answer.json("{\"items\":" + customers(1, 5) + "}")
                        .with("Last-Modified", "Wed, 01 May 2024 10:00:00 GMT");
        service.answers(asked -> unless(asked, header, whole));
        try (TestHub hub = TestHub.open(folder, service.connector("paging: {by: none}", "since-parameter: ''"))) {
            assertThat(extract(hub).counts().landed()).isEqualTo(5);

            ExtractionReport again = extract(hub);
            assertThat(again.state()).isEqualTo(RunState.DONE);
            assertThat(again.counts().read()).isZero();

            Answer more = Answer.json("{\"items\":" + customers(1, 6) + "}").with("ETag", "W/\"v2\"");
            service.answers(asked -> unless(asked, header, more));
            assertThat(extract(hub).counts().landed()).isEqualTo(1);
        }
        // A hub that starts anew knows nothing, and asks for everything.
        try (TestHub hub = TestHub.open(folder, service.connector("paging: {by: none}", "since-parameter: ''"))) {
            assertThat(extract(hub).counts().unchanged()).isEqualTo(6);
        }
    }

    @Test
    void theFirstOfSeveralPagesSaysNothingOfTheOthers() {
        service.answers(asked -> {
            boolean first = asked.query().get("page").equals("0");
            Answer page = Answer.json("{\"pages\":2,\"items\":" + (first ? customers(1, 2) : customers(3, 4)) + "}");
            return first ? unless(asked, "If-None-Match", page.with("ETag", "\"1\"")) : page;
        });
        try (TestHub hub = TestHub.open(folder, service.connector("since-parameter: ''"))) {
            extract(hub);
            extract(hub);
        }

        assertThat(service.asked())
                .hasSize(4)
                .allSatisfy(one -> assertThat(one.header("If-None-Match")).isEmpty());
    }

    @Test
    void anEtagOfTheWholeResourceCountsWhateverIsAskedFor() {
        service.answers(asked -> {
            boolean first = asked.query().get("page").equals("0");
            Answer page = Answer.json("{\"pages\":2,\"items\":" + (first ? customers(1, 2) : customers(3, 4)) + "}")
                    .with("ETag", "\"1\"");
            return unless(asked, "If-None-Match", page);
        });
        try (TestHub hub = TestHub.open(folder, service.connector("etag-covers: resource"))) {
            assertThat(extract(hub).counts().landed()).isEqualTo(4);
            assertThat(extract(hub).counts().read()).isZero();
        }
        assertThat(service.asked("page")).containsExactly("0", "1", "0");
    }

    @Test
    void whatWasNotLandedAsAWholeIsReadAgain() {
        List<Integer> failing = new ArrayList<>(List.of(1, 1, 1));
        service.answers(asked -> {
            boolean first = asked.query().get("page").equals("0");
            if (!first && !failing.isEmpty()) {
                failing.remove(0);
                return Answer.status(503);
            }
            return unless(
                    asked,
                    "If-None-Match",
                    Answer.json("{\"pages\":2,\"items\":" + (first ? customers(1, 2) : customers(3, 4)) + "}")
                            .with("ETag", "\"1\""));
        });
        try (TestHub hub = TestHub.open(folder, service.connector("etag-covers: resource"))) {
            assertThat(extract(hub).state()).isEqualTo(RunState.FAILED);
            extract(hub);
            assertThat(hub.hub().sourceRecords().countLiveOf("accounting")).isEqualTo(4);
        }
    }

    @Test
    void aTimeToBeLeftAloneThatIsFarAwayEndsTheRunAndIsKept() {
        service.answers(asked -> Answer.status(429).with("Retry-After", "3600"));
        try (TestHub hub = TestHub.open(folder, service.connector())) {
            assertThat(extract(hub).message()).contains("answered by 429 and asks to wait 3600 s after 1 attempts");
            assertThat(extract(hub).message()).contains("is not asked for before", "left alone");
        }
        assertThat(service.asked()).hasSize(1);
    }

    @Test
    void theTimeMayBeADate() {
        DateTimeFormatter form = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);
        service.answers(asked ->
                Answer.status(503).with("Retry-After", form.format(Instant.now().plusSeconds(7_200))));
        try (TestHub hub = TestHub.open(folder, service.connector())) {
            assertThat(extract(hub).message())
                    .containsPattern("answered by 503 and asks to wait 7[12][0-9]{2} s after 1 attempts");
        }
    }

    @Test
    void aShortTimeIsWaitedFor() {
        List<Answer> answers = new ArrayList<>(List.of(Answer.status(429).with("Retry-After", "1"), PAGE_OF_TWO));
        service.answers(asked -> answers.remove(0));
        try (TestHub hub =
                TestHub.open(folder, service.connector().replace("longest-delay: PT0.05S", "longest-delay: PT1S"))) {
            assertThat(extract(hub).counts().landed()).isEqualTo(2);
        }
    }

    @Test
    void noMoreIsAskedThanTheRateLimitLets() {
        service.answers(asked -> Answer.json("{\"pages\":4,\"items\":"
                + customers(
                        Integer.parseInt(asked.query().get("page")) + 1,
                        Integer.parseInt(asked.query().get("page")) + 1)
                + "}"));
        long begun = System.nanoTime();
        try (TestHub hub = TestHub.open(folder, service.connector("rate-limit: 2/s"))) {
            long ready = System.nanoTime();
            assertThat(extract(hub).counts().landed()).isEqualTo(4);
            // Of four requests, two must wait for the next second of the limiter, which has run since it was opened.
            assertThat(System.nanoTime() - begun).isGreaterThan(1_000_000_000L - (ready - begun));
        }
    }

    @Test
    void anAnswerLongerThanAllowedIsNotRead() {
        String filler = "x".repeat(1 << 20);
        Answer longer = Answer.json("{\"pages\":1,\"items\":[],\"filler\":\"" + filler + "\"}");
        service.answers(asked -> longer);
        try (TestHub hub = TestHub.open(folder, service.connector("max-page-mib: 1"))) {
            assertThat(extract(hub).message()).contains("must have at most 1 MiB, but has more", "max-page-mib");

            // Packed it is a thousandth of that.
            service.answers(asked -> longer.zipped());
            assertThat(extract(hub).message()).contains("must have at most 1 MiB, but has more", "max-page-mib");
        }
    }

    @Test
    void anAnswerThatNeverEndsIsGivenUp() {
        service.streams();
        try (TestHub hub = TestHub.open(folder, service.connector("max-page-mib: 1"))) {
            assertThat(assertTimeoutPreemptively(Duration.ofMinutes(1), () -> extract(hub))
                            .message())
                    .contains("must have at most 1 MiB, but has more");
        }
    }

    @Test
    void packedAnswersAreAskedForAndRead() {
        service.answers(asked -> PAGE_OF_TWO.zipped());
        try (TestHub hub = TestHub.open(folder, service.connector())) {
            assertThat(extract(hub).counts().landed()).isEqualTo(2);
        }
        assertThat(service.asked().get(0).header("Accept-Encoding")).contains("gzip");
    }

    @Test
    void aServiceMaySendOnWithinItselfAndNotElsewhere() {
        service.answers(asked -> asked.path().equals("/customers")
                ? Answer.status(307).with("Location", "/v2/customers?page=0")
                : PAGE_OF_TWO);
        try (ScriptedService other = ScriptedService.start(asked -> PAGE_OF_TWO);
                TestHub hub = TestHub.open(folder, service.connector("token: \"${file:secrets/password}\""))) {
            assertThat(extract(hub).counts().landed()).isEqualTo(2);

            service.answers(asked -> Answer.status(302).with("Location", other.url() + "/customers"));
            assertThat(extract(hub).message()).contains("must name addresses of its own");
            assertThat(other.asked()).isEmpty();

            service.answers(asked -> Answer.status(301).with("Location", "/customers"));
            assertThat(extract(hub).message()).contains("redirected more than 5 times");
        }
    }
}
