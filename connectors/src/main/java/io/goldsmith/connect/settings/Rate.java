package io.goldsmith.connect.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often something may happen: {@code 5/s}, {@code 100/m}, {@code 1000/h}.
 *
 * @param count how often within a period, 1 to 1,000,000
 * @param period a second, a minute or an hour
 */
public record Rate(int count, Duration period) {

    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,5}|1000000)/([smh])");

    /**
     * Reads a rate.
     *
     * @throws IllegalArgumentException if the text is none
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Rate parse(String text) {
        Matcher found = FORM.matcher(text.trim());
        if (!found.matches()) {
            throw new IllegalArgumentException(
                    "A rate must be a number from 1 to 1000000 per second, minute or hour, such as"
                            + " 5/s, 100/m or 1000/h, but is '" + text + "'");
        }
        Duration period = switch (found.group(2)) {
            case "s" -> Duration.ofSeconds(1);
            case "m" -> Duration.ofMinutes(1);
            default -> Duration.ofHours(1);
        };
        return new Rate(Integer.parseInt(found.group(1)), period);
    }

    /** As it is written in the file. */
    @JsonValue
    @Override
    public String toString() {
        return count + (period.toSeconds() == 1 ? "/s" : period.toSeconds() == 60 ? "/m" : "/h");
    }
}
