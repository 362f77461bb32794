package io.goldsmith.connect.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.util.Optional;

/**
 * How the hub shows a service who it is; exactly one of these. What is secret is a reference in the file.
 *
 * @param bearer a bearer token
 * @param basic user and password
 * @param oauth2 client credentials, for which an authorisation server gives tokens
 * @param header a header of the service's own
 */
public record AuthSettings(
        Optional<String> bearer, Optional<Basic> basic, Optional<ClientCredentials> oauth2, Optional<Header> header) {

    public AuthSettings {
        bearer = Given.orEmpty(bearer);
        basic = Given.orEmpty(basic);
        oauth2 = Given.orEmpty(oauth2);
        header = Given.orEmpty(header);
    }

    /** HTTP's basic authentication (RFC 7617), in UTF-8. */
    public record Basic(String user, String password) {

        /** The user alone. */
        @Override
        public String toString() {
            return "Basic[" + user + "]";
        }
    }

    /**
     * OAuth 2.0 client credentials (RFC 6749, 4.4).
     *
     * @param tokenUrl where the authorisation server gives tokens
     * @param scope what is asked for; empty: the server decides
     * @param audience whom the token is for, of servers that want to know; empty: not sent
     * @param sendBy how client id and secret are sent; default {@link SendBy#HEADER}
     */
    public record ClientCredentials(
            URI tokenUrl,
            String clientId,
            String clientSecret,
            Optional<String> scope,
            Optional<String> audience,
            SendBy sendBy) {

        public ClientCredentials {
            scope = Given.orEmpty(scope);
            audience = Given.orEmpty(audience);
            sendBy = Given.or(sendBy, SendBy.HEADER);
        }

        /** Server and client alone. */
        @Override
        public String toString() {
            return "ClientCredentials[" + clientId + "]";
        }
    }

    /** A header whose value is the secret, such as {@code X-Api-Key}. */
    public record Header(String name, String value) {

        /** The name alone. */
        @Override
        public String toString() {
            return "Header[" + name + "]";
        }
    }

    /** Where a client's id and secret stand in the request for a token. */
    public enum SendBy {
        /** In the header {@code Authorization}, as the standard wants it. */
        @JsonProperty("header")
        HEADER,
        /** In the form, which some servers take alone. */
        @JsonProperty("form")
        FORM
    }

    /** No value: they are secret. */
    @Override
    public String toString() {
        return "AuthSettings";
    }
}
