package io.goldsmith.matching.standardise;

/**
 * Dates with words in them, in French, English, German, Spanish, Italian and Dutch: {@code 3 décembre 1980}, {@code Dec 3rd, 1980},
 * {@code 03-DEZ-80}, {@code diciembre de 1980}, {@code vers 1650}.
 */
final class WrittenDates {

    private static final Dictionary MONTHS = Dictionary.ofMeanings("months");
    private static final Dictionary NOISE = Dictionary.ofWords("date-words");
    private static final Dictionary ORDINALS = Dictionary.ofWords("ordinal-endings");
    private static final Standardised NO_DATE =
            new Standardised.Refused("is no date: expected day, month and year, or a month and a year");

    private WrittenDates() {}

    static Standardised standardise(String raw) {
        String folded = Folding.words(raw);
        if (Placeholders.ANYTHING.contain(folded)) {
            return Standardised.MISSING;
        }
        int month = 0;
        int first = -1;
        int second = -1;
        boolean firstIsYear = false;
        boolean secondIsYear = false;
        Words words = Words.of(folded);
        for (int position = 0; position < words.size(); position++) {
            String word = words.get(position);
            int digits = digits(word);
            if (digits > 0) {
                boolean ordinal = digits < word.length();
                if (digits > 4 || second >= 0 || ordinal && !ORDINALS.contains(word.substring(digits))) {
                    return NO_DATE;
                }
                int number = Integer.parseInt(word, 0, digits, 10);
                if (first < 0) {
                    first = number;
                    firstIsYear = digits == 4;
                } else {
                    second = number;
                    secondIsYear = digits == 4;
                }
            } else if (!NOISE.contains(word)) {
                String named = MONTHS.meaning(word);
                if (named.isEmpty() || month > 0) {
                    return NO_DATE;
                }
                month = Integer.parseInt(named);
            }
        }
        return dated(month, first, firstIsYear, second, secondIsYear);
    }

    private static Standardised dated(int month, int first, boolean firstIsYear, int second, boolean secondIsYear) {
        if (first < 0 || firstIsYear && secondIsYear) {
            return NO_DATE;
        }
        if (second < 0) {
            return firstIsYear ? Dates.of(first, month, 0) : NO_DATE;
        }
        if (month == 0) {
            return NO_DATE;
        }
        if (firstIsYear) {
            return Dates.of(first, month, second);
        }
        return Dates.of(secondIsYear || second > 99 ? second : Dates.century(second), month, first);
    }

    private static int digits(String word) {
        int digits = 0;
        while (digits < word.length() && word.charAt(digits) >= '0' && word.charAt(digits) <= '9') {
            digits++;
        }
        return digits;
    }
}
