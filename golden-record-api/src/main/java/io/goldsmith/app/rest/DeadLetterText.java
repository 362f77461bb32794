package io.goldsmith.app.rest;

import io.goldsmith.connect.replicate.Delivered;
import io.goldsmith.mdm.quality.QuarantineEntry;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What waits for a person, as lines: where it stands and why, without values of people. */
final class DeadLetterText {

    private DeadLetterText() {}

    static String deliveries(String target, List<Delivered> found, long all) {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%s: %,d deliveries%n", target, all));
        found.forEach(one -> text.append(String.format(
                Locale.ROOT,
                "  %-8d %-9s %-10s %-20s %s, %d attempts%n           %s%n",
                one.id(),
                one.state(),
                one.goldenId(),
                one.recordKey(),
                one.changedAt(),
                one.attempts(),
                one.reason().isEmpty() ? "no reason told" : one.reason())));
        return text.append(rest(all - found.size())).toString();
    }

    /** @param payload what to show of an entry beside; empty for nothing */
    static String quarantine(
            List<QuarantineEntry> found, long all, Function<QuarantineEntry, Optional<String>> payload) {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%,d entries wait%n", all));
        found.forEach(one -> text.append(String.format(
                        Locale.ROOT,
                        "  %-8d %-12s %-28s %s%n           %s%n",
                        one.id(),
                        one.sourceSystem(),
                        one.origin(),
                        one.createdAt(),
                        String.join("; ", one.reasons())))
                .append(payload.apply(one)
                        .map(delivered -> String.format(Locale.ROOT, "           %s%n", delivered))
                        .orElse("")));
        return text.append(rest(all - found.size())).toString();
    }

    private static String rest(long more) {
        return more > 0 ? String.format(Locale.ROOT, "and %,d more; --most N names more of them%n", more) : "";
    }
}
