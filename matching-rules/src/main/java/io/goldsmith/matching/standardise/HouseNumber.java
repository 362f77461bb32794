package io.goldsmith.matching.standardise;

/** The number of a house in a street line: brought to the front, its repetition written out. */
final class HouseNumber {

    private static final Dictionary NUMBER_WORDS = Dictionary.ofWords("number-words");
    private static final Dictionary STREET_TYPES = Dictionary.ofForms("street-types");
    private static final Dictionary NUMBERED = Dictionary.ofWords("numbered-words");
    private static final Dictionary MONTHS = Dictionary.ofMeanings("months");
    private static final String[] GLUED = WordFile.lines("glued-street-types").toArray(String[]::new);
    private static final int LONGEST = 5;
    private static final int LONGEST_BEHIND = 4;

    private HouseNumber() {}

    /**
     * Brings the number and its repetition to the front, one word each.
     *
     * @return whether words moved or went
     */
    static boolean bringToFront(Words words) {
        boolean moved = false;
        for (int position = 0; position < words.size() - 1; position++) {
            if (NUMBER_WORDS.contains(words.get(position)) && startsWithDigit(words.get(position + 1))) {
                words.remove(position, position + 1);
                moved = true;
            }
        }
        if (words.isEmpty()) {
            return moved;
        }
        if (!startsWithDigit(words.get(0))) {
            // Written out before the number moves, since C and V in front are a street and behind a number a letter of
            // it.
            if (words.size() > 1) {
                words.set(0, STREET_TYPES.meaningOrSame(words.get(0)));
            }
            int behind = numberBehind(words);
            moved |= behind > 0;
            if (behind > 0) {
                if (words.get(behind - 1).equals("STR")) {
                    words.set(behind - 1, "STRASSE");
                }
                words.rotate(behind);
            } else {
                behind = numberBeforeType(words);
                moved |= behind > 0;
                if (behind > 0) {
                    words.rotate(behind);
                }
            }
        }
        part(words);
        writeRepetition(words);
        return moved;
    }

    /** How many words in front are the number: {@code 12}, {@code 12 BIS}, {@code 12 14}, {@code 12 A}. */
    static int length(Words words) {
        int length = 0;
        while (length < words.size() && isNumber(words.get(length))) {
            length++;
        }
        return length > 0 && isRepetition(words.at(length)) && length < words.size() ? length + 1 : length;
    }

    /** {@code 12BIS} and {@code 12A} are two words, where a street follows. */
    static void part(Words words) {
        String first = words.get(0);
        int digits = digits(first);
        if (digits == 0 || digits == first.length()) {
            return;
        }
        String rest = first.substring(digits);
        if (digits <= LONGEST && isRepetition(rest)) {
            words.set(0, first.substring(0, digits));
            words.insert(1, rest);
        }
    }

    private static void writeRepetition(Words words) {
        int numbers = 0;
        while (numbers < words.size() && isNumber(words.get(numbers))) {
            numbers++;
        }
        if (numbers > 0 && numbers < words.size() - 1) {
            switch (words.get(numbers)) {
                case "B" -> words.set(numbers, "BIS");
                case "T" -> words.set(numbers, "TER");
                case "Q" -> words.set(numbers, "QUATER");
                default -> {
                    // Any other letter is the house's own.
                }
            }
        }
    }

    /** Where the number begins that stands last, as in {@code Hauptstraße 5 a}; 0 if there is none. */
    private static int numberBehind(Words words) {
        int last = words.size() - 1;
        int end = isRepetition(words.get(last)) && last > 1 ? last - 1 : last;
        int start = end;
        while (start > 0 && isShortNumber(words.get(start)) && end - start < 2) {
            start--;
        }
        start++;
        if (start > end || start < 1) {
            return 0;
        }
        String before = words.get(start - 1);
        boolean named = !MONTHS.meaning(before).isEmpty() || NUMBERED.contains(before);
        return !named && hasStreetType(words, start) ? start : 0;
    }

    /** Where a number begins that stands before a street's type behind something else, as in {@code Les Lilas 12 rue Foch}. */
    private static int numberBeforeType(Words words) {
        for (int position = 1; position < words.size() - 1; position++) {
            if (isNumber(words.get(position)) && !MONTHS.contains(words.get(position + 1))) {
                int type = isRepetition(words.get(position + 1)) ? position + 2 : position + 1;
                if (STREET_TYPES.contains(words.at(type))
                        && type < words.size() - 1
                        && !NUMBERED.contains(words.get(position - 1))) {
                    return position;
                }
            }
        }
        return 0;
    }

    private static boolean hasStreetType(Words words, int end) {
        if (end > 1 && STREET_TYPES.contains(words.get(0))) {
            return true;
        }
        for (int position = 0; position < end; position++) {
            for (String type : GLUED) {
                if (words.get(position).endsWith(type)
                        && (position > 0 || words.get(position).length() > type.length())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isNumber(String word) {
        return !word.isEmpty() && word.length() <= LONGEST && digits(word) == word.length();
    }

    private static boolean isShortNumber(String word) {
        int digits = digits(word);
        boolean lettered = digits > 0 && digits == word.length() - 1 && Character.isLetter(word.charAt(digits));
        return digits > 0 && digits <= LONGEST_BEHIND && (digits == word.length() || lettered && !word.endsWith("E"));
    }

    private static boolean isRepetition(String word) {
        return switch (word) {
            case "BIS", "TER", "QUATER", "QUINQUIES" -> true;
            // R is for rue, N for number.
            default -> word.length() == 1 && Character.isLetter(word.charAt(0)) && "RN".indexOf(word.charAt(0)) < 0;
        };
    }

    private static boolean startsWithDigit(String word) {
        return digits(word) > 0;
    }

    private static int digits(String word) {
        int digits = 0;
        while (digits < word.length() && word.charAt(digits) >= '0' && word.charAt(digits) <= '9') {
            digits++;
        }
        return digits;
    }
}
