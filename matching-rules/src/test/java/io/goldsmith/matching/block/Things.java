package io.goldsmith.matching.block;

import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.matching.record.RecordTable;
import io.goldsmith.matching.record.SemanticType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Records of few values, so that blocks are large and refined, with gaps and several values. */
final class Things {

    static final List<AttributeDefinition> ATTRIBUTES = List.of(
            attribute("colour", false), attribute("shape", false), attribute("tag", true), attribute("text", false));

    /** Single keys, several keys, both with further parts; several keys from one value. */
    static final List<BlockingRule> RULES = List.of(
            rule("colour", "shape", "tag"),
            rule("tag", "colour"),
            rule("shape+tag", "text:words"),
            rule("text:words", "shape"),
            rule("text:qgrams:3"),
            rule("colour:prefix:1+shape", "tag", "text:first-token"));

    private static final String[] COLOURS = {"RED", "ROSE", "BLUE", "GREEN"};
    private static final String[] SHAPES = {"ROUND", "FLAT", "LONG"};
    private static final String[] WORDS = {"OLD", "IRON", "BOX", "OF", "SALT"};

    private Things() {}

    private static AttributeDefinition attribute(String name, boolean multiValued) {
        return new AttributeDefinition(name, SemanticType.TEXT, "", multiValued);
    }

    /** A rule from parts as {@code attribute:transform}, the key's joined by plus signs. */
    static BlockingRule rule(String keys, String... refine) {
        return new BlockingRule(
                Arrays.stream(keys.split("\\+")).map(Things::part).toList(),
                Arrays.stream(refine).map(Things::part).toList());
    }

    private static KeyPart part(String text) {
        int colon = text.indexOf(':');
        return colon < 0 ? new KeyPart(text, "") : new KeyPart(text.substring(0, colon), text.substring(colon + 1));
    }

    static RecordTable table(int count, long seed) {
        Random random = new Random(seed);
        RecordTable.Builder table = RecordTable.builder(ATTRIBUTES);
        for (int number = 0; number < count; number++) {
            Map<String, List<String>> values = new HashMap<>();
            values.put("colour", some(random, 1, COLOURS));
            values.put("shape", some(random, 1, SHAPES));
            values.put("tag", some(random, 3, "T1", "T2", "T3", "T4", "T5", "T6"));
            values.put("text", words(random));
            table.add(new RecordId("s" + random.nextInt(3), "K" + number), AttributeValues.of(values));
        }
        return table.build();
    }

    private static List<String> some(Random random, int most, String... choices) {
        List<String> some = new ArrayList<>();
        for (int value = random.nextInt(most + 5); value > 4 || (value > 0 && some.isEmpty()); value--) {
            some.add(choices[random.nextInt(choices.length)]);
        }
        return some;
    }

    private static List<String> words(Random random) {
        StringBuilder words = new StringBuilder();
        for (int word = random.nextInt(4); word > 0; word--) {
            words.append(words.isEmpty() ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return List.of(words.toString());
    }

    /** Records of which all have the same colour, in two sources of one size, no two with the same shape. */
    static RecordTable alike(int count) {
        RecordTable.Builder table = RecordTable.builder(ATTRIBUTES);
        for (int number = 0; number < count; number++) {
            table.add(
                    new RecordId(number % 2 == 0 ? "a" : "b", "K" + number),
                    AttributeValues.of(Map.of("colour", List.of("RED"), "shape", List.of("S" + number))));
        }
        return table.build();
    }
}
