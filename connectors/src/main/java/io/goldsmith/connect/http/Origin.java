package io.goldsmith.connect.http;

import java.net.URI;
import java.util.Locale;

/**
 * Whom a request goes to: what was shown to one is shown to no other.
 *
 * @param scheme in lower case
 * @param host in lower case
 * @param port the scheme's own where the address names none
 */
record Origin(String scheme, String host, int port) {

    static Origin of(URI address) {
        String scheme = lower(address.getScheme());
        int port = address.getPort() >= 0 ? address.getPort() : scheme.equals("https") ? 443 : 80;
        return new Origin(scheme, lower(address.getHost()), port);
    }

    private static String lower(String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return scheme + "://" + host + ":" + port;
    }
}
