package io.goldsmith.matching.standardise;

import java.util.Locale;
import java.util.regex.Pattern;

/** E-mail addresses: lower case, trimmed, checked for their shape. Tags and dots stay: they are the owner's. */
final class Emails {

    private static final Pattern SHAPE =
            Pattern.compile("[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");

    private Emails() {}

    static Standardised standardise(String raw) {
        String email = raw.trim().toLowerCase(Locale.ROOT);
        email = email.startsWith("mailto:") ? email.substring("mailto:".length()) : email;
        boolean shaped = email.length() <= 254
                && !email.contains("..")
                && SHAPE.matcher(email).matches();
        return shaped
                ? new Standardised.Value(email)
                : new Standardised.Refused("is no e-mail address: expected name@domain.tld");
    }
}
