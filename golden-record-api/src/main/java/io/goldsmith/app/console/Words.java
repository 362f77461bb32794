package io.goldsmith.app.console;

import io.goldsmith.matching.score.MatchWeight;
import io.goldsmith.mdm.stewardship.Decision;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Says what the hub's values are called and how they are written, in one way on every page. Templates see it as {@code words}. */
@Component
final class Words {

    private static final Map<String, String> WRITTEN_OTHERWISE = Map.of(
            "siren", "SIREN", "siret", "SIRET", "vat", "VAT", "iban", "IBAN", "id", "ID", "crm", "CRM", "erp", "ERP",
            "dmp", "DMP");
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private final Clock clock;

    Words(Clock clock) {
        this.clock = clock;
    }

    /** {@code vat_number} becomes {@code VAT number}; hyphens and underscores become spaces. */
    public String label(String name) {
        String label = Stream.of(name.split("[_-]+"))
                .map(word -> WRITTEN_OTHERWISE.getOrDefault(word.toLowerCase(Locale.ROOT), word))
                .collect(Collectors.joining(" "));
        return label.isEmpty() ? label : label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
    }

    /** The name of an enum constant as a label: {@code POSSIBLE_DUPLICATE} becomes {@code Possible duplicate}. */
    public String label(Enum<?> constant) {
        return label(constant.name().toLowerCase(Locale.ROOT));
    }

    /** What a steward decided: {@code MERGE} becomes {@code Same customer}. */
    public String decision(Decision.Kind kind) {
        return switch (kind) {
            case MERGE -> "Same customer";
            case NOT_DUPLICATE -> "Different customers";
            case LINK -> "Record linked to a customer";
            case UNLINK -> "Record taken out of a customer";
            case UNMERGE -> "Customers parted again";
            case PIN -> "Value pinned";
        };
    }

    public String instant(Instant instant) {
        return INSTANT.format(instant.atZone(clock.getZone()));
    }

    public String second(Instant instant) {
        return SECOND.format(instant.atZone(clock.getZone()));
    }

    public String date(LocalDate date) {
        return DATE.format(date);
    }

    /** The time zone in which instants are written. */
    public String zone() {
        return clock.getZone().getId().equals("Z") ? "UTC" : clock.getZone().getId();
    }

    /** How long ago, in the largest unit that is not zero: {@code 3 min ago}. */
    public String ago(Instant instant) {
        Duration age = Duration.between(instant, clock.instant());
        if (age.toMinutes() < 1) {
            return "just now";
        }
        if (age.toHours() < 1) {
            return age.toMinutes() + " min ago";
        }
        return age.toDays() < 1
                ? age.toHours() + " h ago"
                : age.toDays() + (age.toDays() == 1 ? " day ago" : " days ago");
    }

    /** A time span as a person would say it: {@code 840 ms}, {@code 12.3 s}, {@code 4 min 05 s}. */
    public String span(Duration span) {
        if (span.toMillis() < 1000) {
            return span.toMillis() + " ms";
        }
        return span.toMinutes() < 1
                ? String.format(Locale.ROOT, "%.1f s", span.toMillis() / 1000.0)
                : String.format(Locale.ROOT, "%d min %02d s", span.toMinutes(), span.toSecondsPart());
    }

    public String number(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    /** {@code 1 record}, {@code 1,200 records}. */
    public String count(long number, String one, String many) {
        return number(number) + " " + (number == 1 ? one : many);
    }

    /** A share of 1 as a percentage with one decimal; what is not quite 100 % is not written as 100 %. */
    public String percent(double share) {
        double shown = share < 1 ? Math.min(share * 100, 99.9) : 100;
        return String.format(Locale.ROOT, "%.1f%%", shown);
    }

    /** A match weight in bits, with its sign: {@code +7.3}. */
    public String weight(int weight) {
        return weight == 0
                ? "0"
                : String.format(Locale.ROOT, "%+.1f", MatchWeight.toBits(weight))
                        .replace('-', '−');
    }
}
