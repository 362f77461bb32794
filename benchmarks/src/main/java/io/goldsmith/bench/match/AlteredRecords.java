package io.goldsmith.bench.match;

import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Records of a table as they might come in once more: one attribute forgotten, and in another two neighbouring letters exchanged. */
final class AlteredRecords {

    private final RecordTable table;
    private final List<AttributeDefinition> attributes;
    private final SplittableRandom random;

    /** @param attributes those that records have; the table's derived ones are left out */
    AlteredRecords(RecordTable table, List<AttributeDefinition> attributes, long seed) {
        this.table = table;
        this.attributes = attributes;
        this.random = new SplittableRandom(seed);
    }

    /** So many records, drawn at random. */
    List<AttributeValues> draw(int count) {
        List<AttributeValues> drawn = new ArrayList<>(count);
        for (int record = 0; record < count; record++) {
            drawn.add(altered(table.values(random.nextInt(table.size()))));
        }
        return drawn;
    }

    AttributeValues altered(AttributeValues values) {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        for (AttributeDefinition attribute : attributes) {
            List<String> all = values.all(attribute.name());
            if (!all.isEmpty()) {
                kept.put(attribute.name(), all);
            }
        }
        if (kept.size() > 2) {
            kept.remove(any(kept));
            kept.computeIfPresent(any(kept), (name, all) -> List.of(mistyped(all.get(0))));
        }
        return AttributeValues.of(kept);
    }

    private String any(Map<String, List<String>> values) {
        return List.copyOf(values.keySet()).get(random.nextInt(values.size()));
    }

    private String mistyped(String value) {
        if (value.length() < 2) {
            return value;
        }
        int at = random.nextInt(value.length() - 1);
        return value.substring(0, at) + value.charAt(at + 1) + value.charAt(at) + value.substring(at + 2);
    }
}
