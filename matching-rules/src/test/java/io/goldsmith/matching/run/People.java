package io.goldsmith.matching.run;

import io.goldsmith.matching.block.BlockingRule;
import io.goldsmith.matching.block.KeyPart;
import io.goldsmith.matching.compare.ComparisonKind;
import io.goldsmith.matching.compare.ComparisonSettings;
import io.goldsmith.matching.compare.LevelSettings;
import io.goldsmith.matching.model.MatchSettings;
import io.goldsmith.matching.model.Thresholds;
import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.matching.record.RecordTable;
import io.goldsmith.matching.record.SemanticType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A small world of people with few names, so that everything collides. */
final class People {

    static final List<AttributeDefinition> ATTRIBUTES = List.of(
            new AttributeDefinition("given", SemanticType.PERSON_NAME, "given", false),
            new AttributeDefinition("family", SemanticType.PERSON_NAME, "family", false),
            new AttributeDefinition("born", SemanticType.DATE, "", false),
            new AttributeDefinition("phone", SemanticType.PHONE, "", true),
            new AttributeDefinition("siren", SemanticType.IDENTIFIER, "", false));

    private static final String[] GIVEN = {"ANNE", "ANNA", "PAUL", "JEAN", "JEANNE", "MARTIN"};
    private static final String[] FAMILY = {"MARTIN", "MARTINEZ", "DUPONT", "DUPOND", "JEAN"};

    private People() {}

    static BlockingRule rule(String... attributes) {
        return new BlockingRule(
                List.of(attributes).stream()
                        .map(name -> new KeyPart(name, "whole"))
                        .toList(),
                List.of());
    }

    static MatchSettings settings(int maxBlockSize) {
        return new MatchSettings(
                new Thresholds(0.9, 0.2, 0),
                0.01,
                maxBlockSize,
                List.of(
                        new BlockingRule(
                                List.of(new KeyPart("family", "phonetic")), List.of(new KeyPart("given", "whole"))),
                        rule("phone"),
                        rule("given", "born")),
                List.of(
                        name("given", "family"),
                        name("family", "given"),
                        new ComparisonSettings("", "born", "", ComparisonKind.DATE, List.of()),
                        new ComparisonSettings("", "phone", "", ComparisonKind.PHONE, List.of())),
                List.of("siren"),
                List.of(),
                List.of(),
                Optional.empty());
    }

    private static ComparisonSettings name(String attribute, String other) {
        return new ComparisonSettings(
                "",
                attribute,
                other,
                ComparisonKind.NAME,
                List.of(
                        new LevelSettings("exact", 0.8, 0.1, true),
                        new LevelSettings("swapped", 0.05, 0.01, false),
                        new LevelSettings("jaro-winkler:0.9", 0.1, 0.05, false),
                        new LevelSettings("else", 0.05, 0.84, false)));
    }

    static Map<RecordId, AttributeValues> records(int count, long seed) {
        Random random = new Random(seed);
        Map<RecordId, AttributeValues> records = new HashMap<>();
        for (int number = 0; number < count; number++) {
            Map<String, List<String>> values = new HashMap<>();
            put(values, "given", random, GIVEN);
            put(values, "family", random, FAMILY);
            put(values, "born", random, "1980-01-02", "1980-02-01", "1980-01-03", "1999-12-31");
            put(values, "siren", random, "S1", "S2", "S3");
            List<String> phones = new ArrayList<>();
            for (int phone = random.nextInt(4); phone > 1; phone--) {
                phones.add("+3361234567" + random.nextInt(8));
            }
            values.put("phone", phones);
            records.put(new RecordId(number % 3 == 0 ? "crm" : "erp", "K" + number), AttributeValues.of(values));
        }
        return records;
    }

    private static void put(Map<String, List<String>> values, String name, Random random, String... choices) {
        if (random.nextInt(5) > 0) {
            values.put(name, List.of(choices[random.nextInt(choices.length)]));
        }
    }

    static RecordTable table(Map<RecordId, AttributeValues> records, long shuffle) {
        List<RecordId> ids = new ArrayList<>(records.keySet());
        java.util.Collections.sort(ids);
        java.util.Collections.shuffle(ids, new Random(shuffle));
        RecordTable.Builder builder = RecordTable.builder(ATTRIBUTES);
        ids.forEach(id -> builder.add(id, records.get(id)));
        return builder.build();
    }
}
