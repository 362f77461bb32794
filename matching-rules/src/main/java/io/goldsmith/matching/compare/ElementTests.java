package io.goldsmith.matching.compare;

import io.goldsmith.matching.record.Column;
import io.goldsmith.matching.record.SemanticType;
import io.goldsmith.matching.standardise.Nicknames;
import java.util.function.BiPredicate;

/** Binds a level's test to the column whose elements it tests. */
final class ElementTests {

    private static final int SHORTEST_SIMILAR_NAME = 4;
    private static final int SHORTEST_LOCAL_PART = 3;
    private static final int ONE_TYPO_FROM = 4;
    private static final int TWO_TYPOS_FROM = 8;

    private ElementTests() {}

    /** The test of a level, ready for the column; what it needs of the column is prepared now. */
    static ElementTest of(Level level, PreparedColumn column) {
        return switch (level.test()) {
            case EXACT, COMMON, SWAPPED, SWAPPED_PART -> (one, other) -> false;
            case ELSE -> (one, other) -> true;
            case JARO_WINKLER, SIMILAR_NAME, JARO, LEVENSHTEIN, DAMERAU, TYPO, QGRAM, QGRAM_COSINE ->
                ofTexts(level, column.texts());
            case ONE_DIGIT_OFF -> oneDigitOff(column);
            case TOKEN_SET, TOKEN_OVERLAP, TOKEN_SUBSET, SOFT_TOKEN, NAME_PARTS, HOUSE_NUMBER, STREET ->
                ofTokens(level, column.tokens());
            case DAY_MONTH_SWAP, DATE_COMPATIBLE, DATE_FILLED, SAME_MONTH, SAME_DAY_MONTH, DAYS, SAME_YEAR, YEARS ->
                ofDates(level, column.dates());
            case EMAIL_KEY, SAME_LOCAL_PART, LOCAL_PART -> ofEmails(level, column);
            case NUMERIC, NUMERIC_PERCENT -> ofNumbers(level, column.numbers());
            case KM -> {
                Points points = Points.of(column.column());
                yield (one, other) -> points.within(one, other, level.bound());
            }
            case PHONETIC -> new PhoneticKeys(column.column())::same;
            case NICKNAME -> ofStrings(column.column(), Nicknames::sameName);
            case INITIAL -> ofStrings(column.column(), Initials::abbreviate);
            case ACRONYM -> ofStrings(column.column(), Initials::isAcronym);
            case PREFIX ->
                ofStrings(
                        column.column(), (one, other) -> CommonPrefix.length(one, other) >= wanted(level, one, other));
            case SUFFIX ->
                ofStrings(
                        column.column(), (one, other) -> CommonPrefix.suffix(one, other) >= wanted(level, one, other));
            case CUSTOM -> {
                CustomLevel custom = level.custom().orElseThrow();
                yield ofStrings(
                        column.column(),
                        (one, other) ->
                                one.compareTo(other) <= 0 ? custom.holds(one, other) : custom.holds(other, one));
            }
        };
    }

    private static ElementTest ofStrings(Column column, BiPredicate<String, String> test) {
        return (one, other) -> test.test(column.text(one), column.text(other));
    }

    private static int wanted(Level level, String one, String other) {
        return Math.min((int) level.bound(), Math.min(one.length(), other.length()));
    }

    private static ElementTest ofTexts(Level level, PackedTexts texts) {
        double bound = level.bound();
        int edits = (int) bound;
        return switch (level.test()) {
            case JARO_WINKLER -> (one, other) -> JaroWinkler.atLeast(texts, one, texts, other, bound);
            case SIMILAR_NAME -> (one, other) -> similarName(texts, one, other, bound);
            case JARO -> (one, other) -> Jaro.atLeast(texts, one, other, bound);
            case LEVENSHTEIN -> (one, other) -> EditDistance.LEVENSHTEIN.within(texts, one, other, edits);
            case DAMERAU -> (one, other) -> EditDistance.DAMERAU.within(texts, one, other, edits);
            case TYPO -> (one, other) -> typo(texts, one, other);
            case QGRAM -> (one, other) -> PackedQGrams.diceAtLeast(texts, one, other, bound);
            default -> (one, other) -> PackedQGrams.cosineAtLeast(texts, one, other, bound);
        };
    }

    private static ElementTest oneDigitOff(PreparedColumn column) {
        PackedTexts texts = column.texts();
        ElementTest oneEdit = (one, other) ->
                texts.characters(one) == texts.characters(other) && EditDistance.DAMERAU.within(texts, one, other, 1);
        if (column.column().attribute().type() != SemanticType.DATE) {
            return oneEdit;
        }
        DateDigits dates = new DateDigits(column.column());
        return (one, other) -> dates.areWhole(one, other) ? dates.oneOff(one, other) : oneEdit.holds(one, other);
    }

    private static boolean similarName(PackedTexts texts, int one, int other, double bound) {
        return Math.min(texts.characters(one), texts.characters(other)) >= SHORTEST_SIMILAR_NAME
                && JaroWinkler.atLeast(texts, one, texts, other, bound)
                && texts.text(one).charAt(0) == texts.text(other).charAt(0);
    }

    private static boolean typo(PackedTexts texts, int one, int other) {
        int shorter = Math.min(texts.characters(one), texts.characters(other));
        return shorter >= ONE_TYPO_FROM
                && EditDistance.DAMERAU.within(texts, one, other, shorter >= TWO_TYPOS_FROM ? 2 : 1);
    }

    private static ElementTest ofTokens(Level level, TokenTexts tokens) {
        double bound = level.bound();
        return switch (level.test()) {
            case TOKEN_SET -> (one, other) -> TokenOverlap.jaccard(tokens, one, other) >= bound;
            case TOKEN_OVERLAP -> (one, other) -> TokenOverlap.overlap(tokens, one, other) >= bound;
            case TOKEN_SUBSET -> (one, other) -> TokenOverlap.subset(tokens, one, other);
            case SOFT_TOKEN -> (one, other) -> SoftTokens.atLeast(tokens, one, other, bound);
            case NAME_PARTS -> (one, other) -> NameParts.agree(tokens, one, other, bound);
            case HOUSE_NUMBER -> (one, other) -> HouseNumbers.agree(tokens, one, other);
            default ->
                (one, other) -> HouseNumbers.compatible(tokens, one, other)
                        && SoftTokens.wordsAtLeast(tokens, one, other, bound);
        };
    }

    private static ElementTest ofDates(Level level, int[] dates) {
        int bound = (int) level.bound();
        return switch (level.test()) {
            case DAY_MONTH_SWAP -> (one, other) -> DateAgreement.dayMonthSwap(dates[one], dates[other]);
            case DATE_COMPATIBLE -> (one, other) -> DateAgreement.compatible(dates[one], dates[other]);
            case DATE_FILLED -> (one, other) -> DateAgreement.filled(dates[one], dates[other]);
            case SAME_MONTH -> (one, other) -> DateAgreement.sameMonth(dates[one], dates[other]);
            case SAME_DAY_MONTH -> (one, other) -> DateAgreement.sameDayMonth(dates[one], dates[other]);
            case DAYS -> (one, other) -> DateAgreement.withinDays(dates[one], dates[other], bound);
            case SAME_YEAR -> (one, other) -> DateAgreement.sameYear(dates[one], dates[other]);
            default -> (one, other) -> DateAgreement.withinYears(dates[one], dates[other], bound);
        };
    }

    private static ElementTest ofEmails(Level level, PreparedColumn column) {
        if (level.test() == LevelTest.SAME_LOCAL_PART) {
            PackedTexts texts = column.texts();
            return (one, other) -> sameLocalPart(texts, one, other);
        }
        PackedTexts keys =
                level.test() == LevelTest.EMAIL_KEY ? column.derived(MailboxKey::mailbox) : column.localParts();
        return level.test() == LevelTest.EMAIL_KEY
                ? (one, other) -> keys.same(one, other) && !keys.text(one).isEmpty()
                : (one, other) -> JaroWinkler.atLeast(keys, one, keys, other, level.bound())
                        && !keys.text(one).isEmpty();
    }

    /** Most pairs differ in their first eight bytes, before or behind an @, and their texts need no look. */
    private static boolean sameLocalPart(PackedTexts texts, int one, int other) {
        long first = texts.firstEight(one);
        int shared = EightBytes.sharedFirst(first, texts.firstEight(other));
        if (shared < EightBytes.LENGTH && first != 0 && texts.firstEight(other) != 0) {
            int at = Long.numberOfTrailingZeros(EightBytes.maskOf(first, '@'));
            return at >= SHORTEST_LOCAL_PART && at < shared;
        }
        String text = texts.text(one);
        int at = text.indexOf('@');
        return at >= SHORTEST_LOCAL_PART && texts.text(other).regionMatches(0, text, 0, at + 1);
    }

    private static ElementTest ofNumbers(Level level, double[] numbers) {
        double bound = level.bound();
        return level.test() == LevelTest.NUMERIC
                ? (one, other) -> Numbers.within(numbers[one], numbers[other], bound)
                : (one, other) -> Numbers.withinPercent(numbers[one], numbers[other], bound);
    }
}
