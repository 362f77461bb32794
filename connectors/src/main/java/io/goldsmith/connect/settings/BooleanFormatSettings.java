package io.goldsmith.connect.settings;

import java.util.List;

/**
 * The source's words for yes and no, in any case; the first of each is written.
 *
 * @param yes at least one
 * @param no at least one, none of them among {@code yes}
 */
public record BooleanFormatSettings(List<String> yes, List<String> no) {

    public BooleanFormatSettings {
        yes = Given.list(yes);
        no = Given.list(no);
    }
}
