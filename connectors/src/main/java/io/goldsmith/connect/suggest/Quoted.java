package io.goldsmith.connect.suggest;

import java.util.Collection;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Texts as YAML reads them as texts. */
final class Quoted {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Quoted() {}

    /** A plain word as it is, everything else in double quotes, in one line. */
    static String text(String text) {
        boolean isPlain =
                text.matches("/?[A-Za-z_][A-Za-z0-9_/*-]*") && !text.matches("(?i)y|n|yes|no|true|false|on|off|null");
        return isPlain ? text : JSON.writeValueAsString(text);
    }

    /** A list in one line. */
    static String list(Collection<String> texts) {
        return texts.stream().map(Quoted::text).collect(Collectors.joining(", ", "[", "]"));
    }
}
