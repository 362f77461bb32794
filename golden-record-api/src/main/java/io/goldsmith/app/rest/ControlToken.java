package io.goldsmith.app.rest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** The bearer token of the control endpoints, made anew at each start of a server. */
public record ControlToken(String value) {

    private static final int BYTES = 32;

    public ControlToken {
        if (value.length() < BYTES) {
            throw new IllegalArgumentException("A control token has at least " + BYTES + " characters, but is shorter");
        }
    }

    /** A token that cannot be guessed: 256 random bits. */
    public static ControlToken random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new ControlToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Whether the token was presented, compared in a time that does not depend on where they differ. */
    public boolean matches(String presented) {
        return MessageDigest.isEqual(
                value.getBytes(StandardCharsets.UTF_8), presented.getBytes(StandardCharsets.UTF_8));
    }

    /** Does not show the token, which does not belong in logs. */
    @Override
    public String toString() {
        return "ControlToken";
    }
}
