package io.goldsmith.connect.http;

import io.goldsmith.connect.settings.AuthSettings;
import io.goldsmith.connect.settings.HttpConnectorSettings;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;

/** What shows a service who asks. Thread-safe. */
interface Credentials {

    /**
     * The headers of a request.
     *
     * @throws io.goldsmith.connect.ConnectException if they cannot be had; the message says what to check
     */
    Map<String, String> headers();

    /**
     * A service refused these headers: get others, if there can be.
     *
     * @return whether it is worth asking again
     */
    default boolean renew(Map<String, String> refused) {
        return false;
    }

    /** What the settings say. */
    static Credentials of(String connector, HttpConnectorSettings settings, HttpCalls calls, Clock clock) {
        if (settings.token().isPresent()) {
            return bearer(settings.token().get());
        }
        if (settings.auth().isEmpty()) {
            return Map::of;
        }
        AuthSettings auth = settings.auth().get();
        if (auth.bearer().isPresent()) {
            return bearer(auth.bearer().get());
        }
        if (auth.basic().isPresent()) {
            return basic(auth.basic().get().user(), auth.basic().get().password());
        }
        if (auth.header().isPresent()) {
            AuthSettings.Header header = auth.header().get();
            return () -> Map.of(header.name(), header.value());
        }
        return new AccessTokens(connector, auth.oauth2().orElseThrow(), calls, clock);
    }

    private static Credentials bearer(String token) {
        return () -> Map.of("Authorization", "Bearer " + token);
    }

    /** HTTP's basic authentication. */
    static Credentials basic(String user, String password) {
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return () -> Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
    }
}
