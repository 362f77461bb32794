package io.goldsmith.samples.campaign;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.source.Delivery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Loads, edits, deletions and decisions about persons with few names, dates and e-mails, so that records match, nearly match and chain.
 * The same seed and size give the same script.
 */
final class CrashScript {

    private static final List<String> SYSTEMS = List.of("crm", "erp", "accounting");
    private static final List<String> GIVEN = List.of("Anna", "Paul", "Zoé", "Luc", "Marie", "Jean", "Inès", "Hugo");
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final int LOADS = 6;
    private static final int EDITS_AT_ONCE = 24;
    private static final int DECISIONS = 5;

    private final Random random;
    private final int records;
    private final List<CrashStep> steps = new ArrayList<>();
    private int minutes;

    private CrashScript(long seed, int records) {
        this.random = new Random(seed);
        this.records = records;
    }

    /**
     * A script.
     *
     * @param records how many source records there are, at least 100
     */
    static List<CrashStep> of(long seed, int records) {
        CrashScript script = new CrashScript(seed, records);
        script.write();
        return List.copyOf(script.steps);
    }

    private void write() {
        for (int load = 0; load < LOADS; load++) {
            steps.add(new CrashStep.Load(part(load * records / LOADS, (load + 1) * records / LOADS)));
            for (int round = 0; round < DECISIONS; round++) {
                steps.add(new CrashStep.Edits(edits((load + 1) * records / LOADS)));
                decide((load + 1) * records / LOADS);
            }
        }
    }

    private List<Delivery.RecordVersion> part(int from, int end) {
        List<Delivery.RecordVersion> versions = new ArrayList<>();
        for (int record = from; record < end; record++) {
            versions.add(version(record));
        }
        return versions;
    }

    /** Every record once at most, so that the order in which the writers come does not count. */
    private List<Delivery.RecordVersion> edits(int landed) {
        TreeSet<Integer> chosen = new TreeSet<>();
        while (chosen.size() < EDITS_AT_ONCE) {
            chosen.add(random.nextInt(landed));
        }
        List<Delivery.RecordVersion> versions = new ArrayList<>();
        for (int record : chosen) {
            versions.add(random.nextInt(10) == 0 ? deletion(record) : version(record));
        }
        return versions;
    }

    private void decide(int landed) {
        CrashStep.Decide.Kind[] kinds = CrashStep.Decide.Kind.values();
        int step = steps.size();
        RecordId left = id(random.nextInt(landed));
        RecordId right = id(random.nextInt(landed));
        if (!left.equals(right)) {
            steps.add(new CrashStep.Decide(kinds[random.nextInt(kinds.length)], left, right));
            if (random.nextInt(3) == 0) {
                steps.add(new CrashStep.Edits(edits(landed)));
                steps.add(new CrashStep.Undo(step));
            }
        }
    }

    private static RecordId id(int record) {
        return new RecordId(SYSTEMS.get(record % SYSTEMS.size()), Integer.toString(record));
    }

    /** Persons are as many as a third of the records. */
    private Delivery.RecordVersion version(int record) {
        RecordId id = id(record);
        int person = random.nextInt(Math.max(1, records / 3));
        Map<String, List<String>> raw = new TreeMap<>();
        raw.put("given_name", List.of(GIVEN.get(random.nextInt(GIVEN.size()))));
        raw.put("family_name", List.of("Martin" + person % 50));
        raw.put("birth_date", List.of("19%02d-05-06".formatted(40 + person % 37)));
        raw.put("email", List.of("p" + person + "@example.org"));
        raw.put("street", List.of(random.nextInt(99) + " rue Haute"));
        raw.put("town", List.of("Town" + random.nextInt(20)));
        return new Delivery.RecordVersion(id.source(), id.key(), next(), AttributeValues.of(raw), false);
    }

    private Delivery.RecordVersion deletion(int record) {
        RecordId id = id(record);
        return new Delivery.RecordVersion(id.source(), id.key(), next(), AttributeValues.none(), true);
    }

    private Instant next() {
        minutes++;
        return FIRST.plusSeconds(60L * minutes);
    }
}
