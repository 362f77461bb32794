package io.goldsmith.app.rest;

import io.goldsmith.mdm.quality.Quarantine;
import io.goldsmith.mdm.quality.QuarantineBulk;
import io.goldsmith.mdm.quality.QuarantineEntry;
import io.goldsmith.mdm.quality.QuarantineFilter;
import io.goldsmith.mdm.quality.QuarantineOutcome.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which entries of the quarantine the command line means; what is empty does not count.
 *
 * @param id the entry of this number
 * @param source those that this source system delivered
 * @param rule those that have this rule among their reasons
 */
public record QuarantineQuery(Optional<Long> id, Optional<String> source, Optional<String> rule) {

    private static final int PAGE = 200;

    /**
     * What became of a replay.
     *
     * @param passed how many passed the rules of today
     * @param left how many wait on
     */
    record Replayed(long passed, long left) {
        String text() {
            return String.format(Locale.ROOT, "%,d passed the rules of today, %,d wait on%n", passed, left);
        }
    }

    /** @param values whether what was delivered is shown too, which is personal data */
    String list(Quarantine quarantine, int most, boolean values) {
        List<QuarantineEntry> named = new ArrayList<>();
        long all = 0;
        List<QuarantineEntry> entries;
        int page = 0;
        do {
            entries = quarantine.waiting(page++, PAGE);
            for (QuarantineEntry entry : entries) {
                if (means(entry)) {
                    all++;
                    if (named.size() < most) {
                        named.add(entry);
                    }
                }
            }
        } while (entries.size() == PAGE);
        return DeadLetterText.quarantine(
                named, all, entry -> values ? quarantine.payload(entry.id()) : Optional.empty());
    }

    private boolean means(QuarantineEntry entry) {
        return id.filter(wanted -> wanted != entry.id()).isEmpty()
                && source.filter(wanted -> !wanted.equals(entry.sourceSystem())).isEmpty()
                && rule.filter(wanted ->
                                entry.reasons().stream().noneMatch(reason -> (reason + ": ").startsWith(wanted + ": ")))
                        .isEmpty();
    }

    Replayed replay(Quarantine quarantine) {
        if (id.isPresent()) {
            boolean passed = quarantine.replay(id.get());
            return new Replayed(passed ? 1 : 0, passed ? 0 : 1);
        }
        QuarantineFilter filter = new QuarantineFilter(source, rule, Optional.empty());
        long passed = 0;
        long left = 0;
        QuarantineBulk bulk = quarantine.replayAll(filter, 0);
        while (true) {
            passed += bulk.count(Result.REPLAYED);
            left += bulk.count(Result.STILL_REFUSED) + bulk.count(Result.NOT_A_RECORD);
            if (!bulk.isMore()) {
                return new Replayed(passed, left);
            }
            bulk = quarantine.replayAll(filter, bulk.lastEntryId());
        }
    }
}
