package io.goldsmith.connect.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/**
 * When something runs by itself: every so often ({@code 1s}, {@code 500ms}, {@code 5m}, {@code 2h}, {@code PT1M}) or by a Quartz cron expression
 * ({@code 0 0 3 * * ?}). What a system sends may be taken {@code continuous}ly instead.
 *
 * @param period between the starts of two runs, at least 100 ms; or
 * @param cron the Quartz cron expression; at most one of the two is present, none if it is continuous
 */
public record Schedule(Optional<Duration> period, Optional<String> cron) {

    private static final Duration SHORTEST = Duration.ofMillis(100);

    /** As things come. */
    public static final Schedule CONTINUOUS = new Schedule(Optional.empty(), Optional.empty());

    private static final String AS_THEY_COME = "continuous";

    /**
     * Reads when a system is read: a schedule, or {@code continuous}.
     *
     * @throws IllegalArgumentException if the text is neither
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Schedule read(String text) {
        return text.trim().equals(AS_THEY_COME) ? CONTINUOUS : parse(text);
    }

    /** Whether it is {@code continuous}: what a system sends is taken as it comes. */
    public boolean isContinuous() {
        return period.isEmpty() && cron.isEmpty();
    }

    /**
     * Reads a schedule by the clock.
     *
     * @throws IllegalArgumentException if the text is neither a duration nor a cron expression
     */
    public static Schedule parse(String text) {
        String trimmed = text.trim();
        if (trimmed.indexOf(' ') > 0) {
            return new Schedule(Optional.empty(), Optional.of(trimmed));
        }
        Duration period = duration(trimmed);
        if (period.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("A schedule must be 100 ms or longer, but is '" + text + "'");
        }
        return new Schedule(Optional.of(period), Optional.empty());
    }

    private static Duration duration(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        try {
            if (lower.matches("[0-9]{1,9}ms")) {
                return Duration.ofMillis(Long.parseLong(lower.substring(0, lower.length() - 2)));
            }
            return Duration.parse(lower.matches("[0-9]{1,9}[smh]") ? "PT" + lower : lower);
        } catch (DateTimeParseException wrongForm) {
            throw new IllegalArgumentException(
                    "A schedule must be a duration such as 1s, 5m or PT1M, or a Quartz cron expression such as"
                            + " '0 0 3 * * ?', but is '" + text + "'",
                    wrongForm);
        }
    }

    /** As it is written in the file. */
    @JsonValue
    @Override
    public String toString() {
        return cron.orElseGet(() -> period.map(Duration::toString).orElse(AS_THEY_COME));
    }
}
