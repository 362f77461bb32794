package io.goldsmith.matching.suggest;

import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.standardise.Standardised;
import io.goldsmith.matching.standardise.Standardiser;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How well the values of a column pass for each role, as shares from 0 to 1: what the standardisers accept, what the dictionaries know,
 * and which shapes the values have. For one column.
 */
final class ContentEvidence {

    private static final Set<String> GIVEN = WordList.ofDictionary("nicknames");
    private static final Set<String> TITLES = WordList.ofDictionary("titles");
    private static final Set<String> LEGAL_FORMS = WordList.ofDictionary("legal-forms");
    private static final Set<String> STREET_TYPES = Set.copyOf(union("street-types", "street-endings"));
    private static final Set<String> GLUED_TYPES = WordList.ofDictionary("glued-street-types");
    private static final Pattern BRITISH_POSTCODE = Pattern.compile("[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}");
    private static final Pattern DUTCH_POSTCODE = Pattern.compile("[1-9][0-9]{3} ?[A-Z]{2}");
    private static final Pattern COUNTRY_AND_DIGITS = Pattern.compile("([A-Z]{1,2}[ -])?[0-9]{4,5}");
    private static final Pattern DATE_LIKE = Pattern.compile(
            "[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}.*|[0-9]{1,2}[-/. ][0-9]{1,2}[-/. ]([0-9]{2}|[0-9]{4}).*"
                    + "|[0-9]{1,2}\\.? \\p{L}{3,}\\.? [0-9]{4}|[12][0-9]{7}|[0-3][0-9][01][0-9][12][0-9]{3}");
    private static final Pattern WORDS_ALONE = Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M} .'’-]*");
    private static final int FEWEST_PHONE_DIGITS = 8;
    private static final int MOST_PHONE_DIGITS = 15;

    private final ColumnProfile profile;

    ContentEvidence(ColumnProfile profile) {
        this.profile = profile;
    }

    private static Set<String> union(String one, String other) {
        Set<String> all = new java.util.HashSet<>(WordList.ofDictionary(one));
        all.addAll(WordList.ofDictionary(other));
        return all;
    }

    /** Whether a value is a title in front of a person's name and nothing else. */
    static boolean isTitle(String value) {
        return TITLES.contains(FoldedText.of(value));
    }

    /** The share that the role's own standardiser accepts. */
    double accepted(ColumnRole role) {
        Standardiser standardiser =
                Standardiser.of(List.of(new AttributeDefinition("value", role.type(), role.part(), false)));
        return profile.share(value -> standardiser.standardise(0, value) instanceof Standardised.Value);
    }

    /** The share of numbers that are written like those of telephones: so many digits, and a prefix or groups. */
    double phoneShapes() {
        return profile.share(value -> {
            long digits = value.chars().filter(Character::isDigit).count();
            boolean others = value.chars().allMatch(c -> Character.isDigit(c) || "+()-./ \u00a0".indexOf(c) >= 0);
            boolean prefixed = value.startsWith("0") || value.startsWith("+") || value.startsWith("(");
            boolean grouped =
                    value.chars().filter(c -> c == ' ' || c == '.' || c == '-').count() >= 2;
            return others && digits >= FEWEST_PHONE_DIGITS && digits <= MOST_PHONE_DIGITS && (prefixed || grouped);
        });
    }

    double dateShapes() {
        return profile.share(value -> DATE_LIKE.matcher(value).matches());
    }

    /** The share of values of a date's shape that are no whole date: a day that its month does not have, a thirteenth month. */
    double impossibleDates() {
        Standardiser standardiser =
                Standardiser.of(List.of(new AttributeDefinition("value", ColumnRole.DATE.type(), "", false)));
        return profile.share(value -> DATE_LIKE.matcher(value).matches()
                && !(standardiser.standardise(0, value) instanceof Standardised.Value date
                        && date.text().length() == "yyyy-MM-dd".length()));
    }

    /** The share of dates written with the year first, whose spelling sorts and compares from the left. */
    double yearFirst() {
        return profile.share(value -> value.matches("[12][0-9]{3}([-/.].*|[0-9]{4})"));
    }

    double postcodeShapes() {
        return profile.share(value -> {
            String upper = value.toUpperCase(java.util.Locale.ROOT);
            return BRITISH_POSTCODE.matcher(upper).matches()
                    || DUTCH_POSTCODE.matcher(upper).matches()
                    || COUNTRY_AND_DIGITS.matcher(upper).matches();
        });
    }

    /** The share of values that hold letters and no digit. */
    double wordsAlone() {
        return profile.share(value -> WORDS_ALONE.matcher(value).matches());
    }

    double withDigits() {
        return profile.share(value -> value.chars().anyMatch(Character::isDigit));
    }

    /** The share of values that are short and mostly digits: numbers with a letter or two beside them. */
    double numbers() {
        return profile.share(
                value -> 2 * value.chars().filter(Character::isDigit).count() >= value.length());
    }

    /** The share of values with a word that is a street's type. */
    double streetTypes() {
        return profile.share(value -> {
            List<String> words = FoldedText.words(value);
            return words.size() > 1
                    && words.stream()
                            .anyMatch(word -> word.length() > 1 && STREET_TYPES.contains(word)
                                    || GLUED_TYPES.stream()
                                            .anyMatch(type -> word.length() > type.length() && word.endsWith(type)));
        });
    }

    /** The share of values that hold a postcode somewhere behind their beginning. */
    double postcodeWithin() {
        return profile.share(value -> value.matches(".*[ ,][0-9]{4,5}( .*)?"));
    }

    double legalForms() {
        return profile.share(value -> {
            List<String> words = FoldedText.words(value);
            return words.size() > 1 && words.stream().anyMatch(word -> word.length() > 1 && LEGAL_FORMS.contains(word));
        });
    }

    /** The share of values whose first or last word, a title aside, is a known given name. */
    double givenNames() {
        return profile.share(value -> {
            List<String> words = FoldedText.words(value).stream()
                    .filter(word -> !TITLES.contains(word))
                    .toList();
            return !words.isEmpty() && (GIVEN.contains(words.get(0)) || GIVEN.contains(words.get(words.size() - 1)));
        });
    }

    /** The share of values of two to five words. */
    double severalWords() {
        return profile.share(value -> {
            int words = FoldedText.words(value).size();
            return words >= 2 && words <= 5;
        });
    }

    /** The share of the most frequent length in characters. */
    double sameLength() {
        return profile.pieces().stream()
                        .collect(java.util.stream.Collectors.groupingBy(
                                String::length, java.util.stream.Collectors.counting()))
                        .values()
                        .stream()
                        .mapToLong(Long::longValue)
                        .max()
                        .orElse(0)
                / (double) Math.max(1, profile.pieces().size());
    }
}
