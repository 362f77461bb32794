package io.goldsmith.matching.compare;

/**
 * Dates in standard form ({@code 1650}, {@code 1650-03}, {@code 1650-03-17}) as numbers {@code yyyymmdd} with zeros for what is not
 * known; 0 for what is no date.
 */
final class PackedDate {

    private static final int NOT_DIGITS = -1;

    private PackedDate() {}

    /** Reads a date in standard form. */
    static int parse(String text) {
        int length = text.length();
        if (length != 4 && length != 7 && length != 10) {
            return 0;
        }
        int year = number(text, 0, 4);
        int month = length > 4 ? part(text, 4) : 0;
        int day = length > 7 ? part(text, 7) : 0;
        return year == NOT_DIGITS || month == NOT_DIGITS || day == NOT_DIGITS ? 0 : year * 10_000 + month * 100 + day;
    }

    private static int part(String text, int hyphen) {
        return text.charAt(hyphen) == '-' ? number(text, hyphen + 1, hyphen + 3) : NOT_DIGITS;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int position = from; position < to; position++) {
            char c = text.charAt(position);
            if (c < '0' || c > '9') {
                return NOT_DIGITS;
            }
            number = number * 10 + c - '0';
        }
        return number;
    }

    static int year(int date) {
        return date / 10_000;
    }

    static int month(int date) {
        return date / 100 % 100;
    }

    static int day(int date) {
        return date % 100;
    }

    /** Whether year, month and day are known. */
    static boolean isWhole(int date) {
        return day(date) != 0 && month(date) != 0;
    }

    /** The day counted from an arbitrary one, by the civil calendar (H. Hinnant, days_from_civil). */
    static int dayNumber(int date) {
        int month = month(date);
        int year = month <= 2 ? year(date) - 1 : year(date);
        int era = Math.floorDiv(year, 400);
        int yearOfEra = year - era * 400;
        int dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day(date) - 1;
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    }
}
