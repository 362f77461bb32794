package io.goldsmith.matching.model;

import io.goldsmith.matching.block.BlockingRule;
import io.goldsmith.matching.block.KeyPart;
import io.goldsmith.matching.compare.ComparisonKind;
import io.goldsmith.matching.compare.ComparisonSettings;
import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.matching.record.RecordTable;
import io.goldsmith.matching.record.SemanticType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Six hundred subscribers with two records each, in columns of which something is known: {@code copy} is {@code phone} once more,
 * {@code town} follows from {@code postcode} and changes with it, {@code country} is the same everywhere, {@code wave} has nothing to do
 * with anything, {@code fax} is empty, and no two family names share a nickname.
 */
final class Subscribers {

    static final List<AttributeDefinition> ATTRIBUTES = Stream.concat(
                    Stream.of(new AttributeDefinition("family", SemanticType.PERSON_NAME, "family", false)),
                    Stream.of("phone", "copy", "email", "postcode", "town", "country", "wave", "fax")
                            .map(name -> new AttributeDefinition(name, SemanticType.CODE, "", false)))
            .toList();

    static final MatchSettings SETTINGS = new MatchSettings(
            null,
            0,
            0,
            List.of(rule("phone"), rule("email"), rule("family")),
            Stream.concat(
                            Stream.of(ComparisonSettings.of("family", ComparisonKind.NAME)),
                            ATTRIBUTES.stream()
                                    .skip(1)
                                    .map(attribute -> ComparisonSettings.of(attribute.name(), ComparisonKind.CODE)))
                    .toList(),
            List.of(),
            List.of(),
            List.of(),
            Optional.of(new TrainingSettings(List.of(), 0, 100_000)));

    private static final int CUSTOMERS = 600;

    private Subscribers() {}

    private static BlockingRule rule(String attribute) {
        return new BlockingRule(List.of(new KeyPart(attribute, "whole")), List.of());
    }

    /** The table, its rows in an order that the seed chooses. */
    static RecordTable table(long order) {
        Random random = new Random(5);
        List<Map.Entry<RecordId, AttributeValues>> records = new ArrayList<>();
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            Map<String, List<String>> values = new HashMap<>();
            values.put("family", List.of(name(random)));
            phone(values, random);
            values.put("email", List.of("E" + customer));
            place(values, random);
            values.put("country", List.of("FR"));
            for (int copy = 0; copy < 2; copy++) {
                if (copy == 1) {
                    age(values, random);
                }
                values.put("wave", List.of("W" + random.nextInt(4)));
                records.add(Map.entry(new RecordId("", customer + "-" + copy), AttributeValues.of(values)));
            }
        }
        Collections.shuffle(records, new Random(order));
        RecordTable.Builder builder = RecordTable.builder(ATTRIBUTES);
        records.forEach(entry -> builder.add(entry.getKey(), entry.getValue()));
        return builder.build();
    }

    /** What happens to a record before it is written down once more. */
    private static void age(Map<String, List<String>> values, Random random) {
        if (random.nextInt(5) == 0) {
            phone(values, random);
        }
        if (random.nextInt(5) == 0) {
            place(values, random);
        }
        if (random.nextInt(10) == 0) {
            values.put("email", List.of("F" + random.nextInt()));
        }
        if (random.nextInt(10) == 0) {
            values.put("family", List.of(name(random)));
        }
    }

    private static void phone(Map<String, List<String>> values, Random random) {
        List<String> phone = List.of("P" + random.nextInt(1_000_000));
        values.put("phone", phone);
        values.put("copy", phone);
    }

    private static void place(Map<String, List<String>> values, Random random) {
        int place = random.nextInt(50);
        values.put("postcode", List.of("C" + place));
        values.put("town", List.of("T" + place));
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder();
        for (int syllable = 0; syllable < 4; syllable++) {
            name.append("BDFGKLMNPRSTVZ".charAt(random.nextInt(14))).append("AEIOU".charAt(random.nextInt(5)));
        }
        return name.toString();
    }
}
