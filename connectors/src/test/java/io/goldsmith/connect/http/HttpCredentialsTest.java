package io.goldsmith.connect.http;

import static io.goldsmith.connect.http.ScriptedService.customers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.connect.ExtractionReport;
import io.goldsmith.connect.TestHub;
import io.goldsmith.connect.http.ScriptedService.Answer;
import io.goldsmith.connect.http.ScriptedService.Asked;
import io.goldsmith.matching.settings.SettingsException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the hub shows a service who asks, by real HTTP. */
class HttpCredentialsTest {

    private static final String SECRET = "0123456789-secret";

    private static final String OAUTH = "auth: {oauth2: {token-url: \"%s/token\", client-id: \"hub:1\","
            + " client-secret: \"${file:secrets/password}\", scope: customers.read, audience: accounting%s}}";

    @TempDir
    Path folder;

    private final AtomicInteger tokens = new AtomicInteger();
    private ScriptedService service;
    private volatile String accepted = "";
    private volatile String expiresIn = "\"expires_in\":3600";

    @BeforeEach
    void start() {
        service = ScriptedService.start(asked -> asked.path().equals("/token") ? token() : page(asked));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private Answer token() {
        accepted = "Bearer token-" + tokens.incrementAndGet();
        return Answer.json(
                "{\"access_token\":\"" + accepted.substring(7) + "\",\"token_type\":\"Bearer\"," + expiresIn + "}");
    }

    private Answer page(Asked asked) {
        return asked.header("Authorization").equals(accepted)
                        || asked.header("X-Api-Key").equals(SECRET)
                ? Answer.json("{\"items\":" + customers(1, 2) + ",\"pages\":1}")
                : Answer.status(401);
    }

    private ExtractionReport extract(String auth, int times) {
        try (TestHub hub = TestHub.open(folder, service.connector(auth))) {
            ExtractionReport report =
                    hub.connectors().extract("accounting").extractions().get(0);
            for (int i = 1; i < times; i++) {
                report = hub.connectors().extract("accounting").extractions().get(0);
            }
            return report;
        }
    }

    private static String basic(String both) {
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    private List<Asked> tokenRequests() {
        return service.asked().stream()
                .filter(one -> one.path().equals("/token"))
                .toList();
    }

    @Test
    void userAndPassword() {
        accepted = basic("zoé:" + SECRET);

        assertThat(extract("auth: {basic: {user: zoé, password: \"${file:secrets/password}\"}}", 1)
                        .counts()
                        .landed())
                .isEqualTo(2);
    }

    @Test
    void aHeaderOfTheServicesOwn() {
        assertThat(extract("auth: {header: {name: X-Api-Key, value: \"${file:secrets/password}\"}}", 1)
                        .counts()
                        .landed())
                .isEqualTo(2);
    }

    @Test
    void aBearerToken() {
        accepted = "Bearer " + SECRET;

        assertThat(extract("auth: {bearer: \"${file:secrets/password}\"}", 1)
                        .counts()
                        .landed())
                .isEqualTo(2);
    }

    @Test
    void anAccessTokenIsFetchedOnceAndKept() {
        assertThat(extract(OAUTH.formatted(service.url(), ""), 3).isDone()).isTrue();

        assertThat(tokenRequests()).hasSize(1);
        Asked request = tokenRequests().get(0);
        assertThat(request.header("Authorization")).isEqualTo(basic("hub%3A1:" + SECRET));
        assertThat(ScriptedService.parameters(request.body()))
                .containsEntry("grant_type", "client_credentials")
                .containsEntry("scope", "customers.read")
                .containsEntry("audience", "accounting")
                .doesNotContainKey("client_secret");
    }

    @Test
    void clientAndSecretMayStandInTheForm() {
        assertThat(extract(OAUTH.formatted(service.url(), ", send-by: form"), 1).isDone())
                .isTrue();

        Asked request = tokenRequests().get(0);
        assertThat(request.header("Authorization")).isEmpty();
        assertThat(ScriptedService.parameters(request.body()))
                .containsEntry("client_id", "hub:1")
                .containsEntry("client_secret", SECRET);
    }

    @Test
    void aTokenThatHasExpiredIsNotShown() {
        expiresIn = "\"expires_in\":0.000001";
        extract(OAUTH.formatted(service.url(), ""), 1);
        expiresIn = "\"expires_in\":3600";

        try (TestHub hub = TestHub.open(folder, service.connector(OAUTH.formatted(service.url(), "")))) {
            hub.connectors().extract("accounting");
            accepted = "Bearer another";
            service.answers(asked -> asked.path().equals("/token") ? token() : page(asked));

            assertThat(hub.connectors().extract("accounting").isDone()).isTrue();
        }
        assertThat(service.asked().stream()
                        .filter(one -> one.path().equals("/customers"))
                        .map(one -> one.header("Authorization")))
                .containsExactly("Bearer token-1", "Bearer token-2", "Bearer token-2", "Bearer token-3");
    }

    @Test
    void aTokenThatIsRefusedIsRenewedOnceAndNoMore() {
        service.answers(asked -> asked.path().equals("/token") ? token() : Answer.status(401));

        assertThat(extract(OAUTH.formatted(service.url(), ""), 1).message())
                .contains("answered by 401", "check the connector's token")
                .doesNotContain("token-1", "token-2", SECRET);
        assertThat(tokenRequests()).hasSize(2);
    }

    @Test
    void aServerThatGivesNoTokenIsToldWithoutWhatItSaid() {
        service.answers(asked -> Answer.status(400));
        assertThat(extract(OAUTH.formatted(service.url(), ""), 1).message())
                .contains("authorisation server", "/token", "answers 400", "client-secret")
                .doesNotContain(SECRET);

        service.answers(asked -> Answer.json("{\"error\":\"" + SECRET + "\"}"));
        assertThat(extract(OAUTH.formatted(service.url(), ""), 1).message())
                .contains("access_token")
                .doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "auth: {bearer: in-the-clear}",
                "auth: {basic: {user: u, password: in-the-clear}}",
                "auth: {header: {name: X-Key, value: in-the-clear}}",
                "auth: {oauth2: {token-url: \"https://a.example/\", client-id: c, client-secret: in-the-clear}}"
            })
    void aSecretInTheClearIsRefusedWithoutRepeatingIt(String auth) {
        assertThatThrownBy(() -> TestHub.open(folder, service.connector(auth)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("a secret must be a reference")
                .hasMessageNotContaining("in-the-clear");
    }

    @Test
    void tokenAndAuthTogetherAreRefused() {
        assertThatThrownBy(() -> TestHub.open(
                        folder,
                        service.connector(
                                "token: \"${file:secrets/password}\"", "auth: {bearer: \"${file:secrets/password}\"}")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("token and auth");
    }
}
