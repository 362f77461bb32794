package io.goldsmith.connect.push;

import io.goldsmith.connect.settings.PushConnectorSettings;
import io.goldsmith.connect.settings.PushConnectorSettings.Signature;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Tells whether a request is its system's. Tokens are kept as digests; what is compared takes as long wherever it differs. Thread-safe. */
final class PushCredentials {

    private static final String PREFIX = "sha256=";
    private static final int LONGEST = 1_024;

    private final List<byte[]> tokens;
    private final Optional<Signature> signature;

    PushCredentials(PushConnectorSettings settings) {
        this.tokens = settings.tokens().stream().map(PushCredentials::digest).toList();
        this.signature = settings.signature();
    }

    private static byte[] digest(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Digests.sha256(bytes).getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether a bearer token opens the connector; all are compared, so that the time does not tell which. */
    boolean opens(String token) {
        if (token.length() > LONGEST) {
            return false;
        }
        byte[] shown = digest(token);
        boolean opens = false;
        for (byte[] known : tokens) {
            opens |= MessageDigest.isEqual(known, shown);
        }
        return opens;
    }

    Optional<String> signatureHeader() {
        return signature.map(Signature::header);
    }

    /** Whether a body is signed with the secret. An empty body is signed by nothing: its signature would fit every request. */
    boolean isSigned(String shown, byte[] body) {
        if (signature.isEmpty() || body.length == 0 || shown.length() > LONGEST) {
            return false;
        }
        byte[] expected = Digests.hmacSha256(signature.get().secret().getBytes(StandardCharsets.UTF_8), body);
        return MessageDigest.isEqual(expected, decoded(shown.trim()));
    }

    private static byte[] decoded(String text) {
        String value = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text;
        try {
            return value.length() == 64
                    ? HexFormat.of().parseHex(value)
                    : Base64.getDecoder().decode(value);
        } catch (IllegalArgumentException neither) {
            return new byte[0];
        }
    }
}
