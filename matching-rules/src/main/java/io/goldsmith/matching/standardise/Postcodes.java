package io.goldsmith.matching.standardise;

/**
 * Postcodes: letters and digits alone, without the country in front ({@code F-75 001} is {@code 75001}, {@code NL-1012 AB} is
 * {@code 1012AB}), without a town in the same field, a United States code without its last four digits. A British postcode keeps its
 * letters ({@code e1 6an} is {@code E16AN}).
 */
final class Postcodes {

    private static final int LONGEST = 10;
    private static final Dictionary COUNTRIES = Dictionary.ofWords("postcode-countries");
    private static final Standardised TOO_LONG =
            new Standardised.Refused("is no postcode: longer than ten letters and digits");

    private Postcodes() {}

    static Standardised standardise(String raw) {
        String folded = Folding.words(raw);
        String compact = folded.indexOf(' ') < 0 ? folded : alone(folded);
        if (Placeholders.ADDRESSES.contain(compact)) {
            return Standardised.MISSING;
        }
        String code = withoutCountry(compact);
        return code.length() > LONGEST ? TOO_LONG : Placeholders.ADDRESSES.valueOf(code);
    }

    static boolean isCountryPrefix(String word) {
        return COUNTRIES.contains(word);
    }

    /** The country goes where what follows is a code of the continent: four or five digits, or four and two letters. */
    private static String withoutCountry(String code) {
        int letters = 0;
        while (letters < code.length() && letters < 3 && isLetter(code, letters)) {
            letters++;
        }
        if (letters == 0 || letters > 2 || COUNTRIES.meaning(code, 0, letters).isEmpty()) {
            return code;
        }
        int length = code.length() - letters;
        boolean continental = (length == 4 || length == 5) && CheckDigits.areDigits(code, letters, code.length())
                || length == 6 && isDutch(code, letters);
        return continental ? code.substring(letters) : code;
    }

    /** Several words as one code; the code alone, where words without digits stand beside it. */
    private static String alone(String folded) {
        String compact = folded.replace(" ", "");
        if (compact.length() <= LONGEST && isCode(compact)) {
            return compact.length() == 9 && folded.length() == 10 && CheckDigits.areDigits(compact, 0, 9)
                    ? compact.substring(0, 5)
                    : compact;
        }
        Words words = Words.of(folded);
        for (int position = 0; position < words.size(); position++) {
            String word = words.get(position);
            boolean digits =
                    (word.length() == 4 || word.length() == 5) && CheckDigits.areDigits(word, 0, word.length());
            if (digits) {
                String next = words.at(position + 1);
                boolean dutch = word.length() == 4 && next.length() == 2;
                return dutch && isLetter(next, 0) && isLetter(next, 1) ? word + next : word;
            }
            if (position + 1 < words.size() && isBritish(word + words.get(position + 1))) {
                return word + words.get(position + 1);
            }
        }
        return compact;
    }

    /** Digits make the most of it, or it ends as a Dutch or a British one does. */
    private static boolean isCode(String compact) {
        int digits = 0;
        for (int position = 0; position < compact.length(); position++) {
            digits += isLetter(compact, position) ? 0 : 1;
        }
        return compact.length() - digits <= 2 || isBritish(compact);
    }

    private static boolean isDutch(String code, int from) {
        return CheckDigits.areDigits(code, from, from + 4) && isLetter(code, from + 4) && isLetter(code, from + 5);
    }

    /** One or two letters, a digit, a letter or a digit or neither, then a digit and two letters. */
    static boolean isBritish(String code) {
        int length = code.length();
        if (length < 5 || length > 7 || !isLetter(code, 0)) {
            return false;
        }
        int inward = length - 3;
        boolean ends = CheckDigits.areDigits(code, inward, inward + 1)
                && isLetter(code, inward + 1)
                && isLetter(code, inward + 2);
        int area = isLetter(code, 1) ? 2 : 1;
        return ends && area < inward && CheckDigits.areDigits(code, area, area + 1) && inward - area <= 2;
    }

    private static boolean isLetter(String text, int position) {
        char c = text.charAt(position);
        return c >= 'A' && c <= 'Z';
    }
}
