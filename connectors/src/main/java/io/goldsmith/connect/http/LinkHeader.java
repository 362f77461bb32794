package io.goldsmith.connect.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the header {@code Link} (RFC 8288): {@code <address>; rel="next", <address>; rel=last}. */
final class LinkHeader {

    private static final String VALUE = "(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^\\s\";,]*+))";

    private static final String PARAMETER = "\\s*;\\s*([^\\s=;,\"]++)(?:\\s*=\\s*" + VALUE + ")?";

    private static final Pattern LINK = Pattern.compile("\\s*<([^>]*)>((?:" + PARAMETER + ")*+)\\s*(?:,|$)");

    private static final Pattern PARAMETERS = Pattern.compile(PARAMETER);

    private static final int LONGEST = 16_384;

    private LinkHeader() {}

    /** The address of the next page; empty if the header has none. */
    static Optional<String> next(List<String> values) {
        List<String> found = new ArrayList<>();
        for (String value : values) {
            Matcher link = LINK.matcher(value.length() > LONGEST ? "" : value);
            int from = 0;
            while (from < value.length() && link.find(from) && link.start() == from) {
                if (isNext(link.group(2))) {
                    found.add(link.group(1));
                }
                from = Math.max(link.end(), from + 1);
            }
        }
        return found.stream().findFirst();
    }

    /** Of several parameters {@code rel} the first counts; it may name several relations. */
    private static boolean isNext(String parameters) {
        Matcher parameter = PARAMETERS.matcher(parameters);
        while (parameter.find()) {
            if (parameter.group(1).equalsIgnoreCase("rel")) {
                String relations = parameter.group(2) == null ? parameter.group(3) : parameter.group(2);
                return relations != null
                        && List.of(relations.toLowerCase(Locale.ROOT).split("\\s+"))
                                .contains("next");
            }
        }
        return false;
    }
}
