package io.goldsmith.connect.http;

import io.goldsmith.connect.ConnectException;
import io.goldsmith.connect.settings.AuthSettings.ClientCredentials;
import io.goldsmith.connect.settings.AuthSettings.SendBy;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Access tokens for client credentials (OAuth 2.0): one is kept until shortly before it expires, or until a service refuses it. No token
 * stands in a message. Thread-safe.
 */
final class AccessTokens implements Credentials {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** How long before its end a token is not used any more; of short ones a tenth of their time. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final String connector;
    private final ClientCredentials settings;
    private final HttpCalls calls;
    private final Clock clock;
    private Optional<Token> token = Optional.empty();

    AccessTokens(String connector, ClientCredentials settings, HttpCalls calls, Clock clock) {
        this.connector = connector;
        this.settings = settings;
        this.calls = calls;
        this.clock = clock;
    }

    /** A token and until when it is used. */
    private record Token(String header, Instant until) {}

    @Override
    public synchronized Map<String, String> headers() {
        if (token.isEmpty() || !clock.instant().isBefore(token.get().until())) {
            token = Optional.of(fetch());
        }
        return Map.of("Authorization", token.get().header());
    }

    /** Of several threads whose token is refused, one gets a new one for all. */
    @Override
    public synchronized boolean renew(Map<String, String> refused) {
        if (token.isPresent() && token.get().header().equals(refused.get("Authorization"))) {
            token = Optional.empty();
        }
        return true;
    }

    private Token fetch() {
        Instant asked = clock.instant();
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        settings.scope().ifPresent(scope -> form.put("scope", scope));
        settings.audience().ifPresent(audience -> form.put("audience", audience));
        Map<String, String> headers = new LinkedHashMap<>(Map.of("Accept", "application/json"));
        if (settings.sendBy() == SendBy.FORM) {
            form.put("client_id", settings.clientId());
            form.put("client_secret", settings.clientSecret());
        } else {
            // RFC 6749, 2.3.1: both are encoded as in a form before they become user and password.
            headers.putAll(Credentials.basic(encoded(settings.clientId()), encoded(settings.clientSecret()))
                    .headers());
        }
        HttpAnswer answer = calls.send(new HttpCalls.Call(
                "POST", PageRequest.of(settings.tokenUrl()), headers, "application/x-www-form-urlencoded", body(form)));
        if (!answer.isDone()) {
            throw new ConnectException(where() + " must give a token, but answers " + answer.status() + "; check "
                    + (answer.isRetriable()
                            ? "that server's own log"
                            : "client-id, client-secret, scope and audience"));
        }
        return token(answer, asked);
    }

    private Token token(HttpAnswer answer, Instant asked) {
        JsonNode said = json(answer);
        String value = said.path("access_token").asString("");
        if (value.isEmpty() || !value.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new ConnectException(where()
                    + " must answer with a JSON object that has an access_token, but does not; check the token-url");
        }
        long seconds = said.path("expires_in").asLong(0);
        Duration lasts = seconds <= 0 || seconds > 31_536_000 ? Duration.ofDays(365) : Duration.ofSeconds(seconds);
        Duration margin = lasts.dividedBy(10).compareTo(MARGIN) < 0 ? lasts.dividedBy(10) : MARGIN;
        return new Token("Bearer " + value, asked.plus(lasts).minus(margin));
    }

    private static JsonNode json(HttpAnswer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException notJson) {
            return JSON.missingNode();
        }
    }

    private String where() {
        return "Connector " + connector + ": the authorisation server at "
                + PageRequest.of(settings.tokenUrl()).address();
    }

    private static byte[] body(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
