package io.goldsmith.connect.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One question to a service.
 *
 * @param address where, without the query
 * @param query the query as it is sent, empty if none
 */
record PageRequest(String address, String query) {

    /** A resource below an address; it may have a query of its own. */
    static PageRequest of(String address, String resource) {
        int mark = resource.indexOf('?');
        return mark < 0
                ? new PageRequest(address + resource, "")
                : new PageRequest(address + resource.substring(0, mark), resource.substring(mark + 1));
    }

    /** With one more parameter; none if it has no name. */
    PageRequest with(String parameter, String value) {
        if (parameter.isEmpty()) {
            return this;
        }
        String added = encoded(parameter) + "=" + encoded(value);
        return new PageRequest(address, query.isEmpty() ? added : query + "&" + added);
    }

    /** Colons may stand in a query as they are, and times are read more easily so. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%3A", ":");
    }

    /** What an address in an answer to this means; empty if it is none. */
    Optional<URI> resolve(String reference) {
        try {
            return Optional.of(new URI(address).resolve(new URI(reference.trim())))
                    .filter(target -> target.getHost() != null && target.getUserInfo() == null);
        } catch (URISyntaxException | IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    /** The question for an address. */
    static PageRequest of(URI target) {
        return new PageRequest(
                target.getScheme() + "://" + target.getRawAuthority()
                        + (target.getRawPath() == null ? "" : target.getRawPath()),
                target.getRawQuery() == null ? "" : target.getRawQuery());
    }

    Origin origin() {
        return Origin.of(URI.create(address));
    }
}
