package io.goldsmith.mdm.privacy;

import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.SemanticType;
import io.goldsmith.matching.run.Matching;
import io.goldsmith.mdm.model.Attribute;
import io.goldsmith.mdm.model.EntityModel;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Takes from a record what tells who a person is: e-mails, phones, and the name with the birth date, in standard form. */
final class PersonalIdentifiers {

    /** What stands between the words of a text. */
    static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Matching matching;
    private final List<AttributeDefinition> identifying;
    private final String birthDate;

    PersonalIdentifiers(EntityModel model, Matching matching, String birthDate) {
        this.matching = matching;
        this.birthDate = birthDate;
        this.identifying = model.attributes().stream()
                .map(Attribute::definition)
                .filter(attribute -> isIdentifying(attribute, birthDate))
                .toList();
    }

    private static boolean isIdentifying(AttributeDefinition attribute, String birthDate) {
        return switch (attribute.type()) {
            case EMAIL, PHONE, PERSON_NAME -> true;
            case DATE -> attribute.name().equals(birthDate);
            default -> false;
        };
    }

    /**
     * What identifies a person.
     *
     * @param text in standard form
     */
    record Identifier(SuppressionTag tag, String text) {

        /** The kind alone: the text is personal. */
        @Override
        public String toString() {
            return "Identifier[" + tag + "]";
        }
    }

    /** The identifiers of a record, by its values as the source gave them. */
    Set<Identifier> of(AttributeValues raw) {
        AttributeValues standard = standard(raw);
        Set<Identifier> found = new LinkedHashSet<>();
        for (AttributeDefinition attribute : identifying) {
            List<String> values = standard.all(attribute.name());
            switch (attribute.type()) {
                case EMAIL -> values.forEach(value -> found.add(new Identifier(SuppressionTag.EMAIL, value)));
                case PHONE -> values.forEach(value -> found.add(new Identifier(SuppressionTag.PHONE, value)));
                default -> {}
            }
        }
        List<String> words = words(standard);
        if (!words.isEmpty()) {
            standard.first(birthDate)
                    .ifPresent(born -> found.add(
                            new Identifier(SuppressionTag.NAME_AND_BIRTH, String.join(" ", words) + "|" + born)));
        }
        return found;
    }

    /** The words of the name, sorted, upper case: as given and in standard form. */
    List<List<String>> nameWords(AttributeValues raw) {
        return List.of(words(raw), words(standard(raw)));
    }

    private List<String> words(AttributeValues values) {
        Set<String> words = new TreeSet<>();
        for (AttributeDefinition attribute : identifying) {
            if (attribute.type() == SemanticType.PERSON_NAME) {
                values.all(attribute.name()).forEach(value -> words.addAll(List.of(NO_WORD.split(upper(value)))));
            }
        }
        words.remove("");
        return List.copyOf(words);
    }

    /** The identifying values in standard form; a value that has none as it was given, in upper case. */
    private AttributeValues standard(AttributeValues raw) {
        Map<String, List<String>> given = new TreeMap<>(raw.asMap());
        given.keySet()
                .retainAll(identifying.stream().map(AttributeDefinition::name).toList());
        AttributeValues standard =
                matching.standardise(AttributeValues.of(given)).values();
        Map<String, List<String>> values = new TreeMap<>();
        given.forEach((name, asGiven) -> {
            List<String> known = standard.all(name);
            List<String> texts = new ArrayList<>(known.isEmpty() ? asGiven : known);
            texts.replaceAll(PersonalIdentifiers::upper);
            values.put(name, texts);
        });
        return AttributeValues.of(values);
    }

    private static String upper(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }
}
