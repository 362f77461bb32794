package io.goldsmith.matching.standardise;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Dates as {@code yyyy-MM-dd}, from ISO, day first with two or four digits of the year, eight digits, or with the month in words (see
 * {@link WrittenDates}). A two-digit year from 00 to 29 is of this century. Day and month are exchanged where only that makes a date.
 * What is known of a date in part stays: {@code 1650}, {@code 1650-03}; of a day that its month does not have, and of a day 00 or 99,
 * the month stays, of a month 00 or 99 the year, since year and month are evidence even where the day is not.
 */
final class Dates {

    private static final int FIRST_YEAR_OF_LAST_CENTURY = 30;
    private static final int FIRST_YEAR_IN_PART = 1000;
    private static final int UNKNOWN = 99;
    private static final int[] PLACEHOLDERS = placeholders();
    private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final Standardised NO_DATE = new Standardised.Refused(
            "is no date: expected yyyy-MM-dd, dd/MM/yyyy, dd/MM/yy, yyyyMMdd, a month in words, yyyy or yyyy-MM");
    private static final Standardised NO_DAY = new Standardised.Refused("is no date: there is no such day");

    private Dates() {}

    private static int[] placeholders() {
        return WordFile.lines("placeholder-dates").stream()
                .mapToInt(date -> Integer.parseInt(date.replace("-", "")))
                .sorted()
                .toArray();
    }

    static Standardised standardise(String raw) {
        String text = raw.strip();
        if (text.isEmpty()) {
            return Standardised.MISSING;
        }
        // Three groups of digits at most; -1 stands for a group that is not there.
        int first = -1;
        int second = -1;
        int third = -1;
        int lengths = 0;
        int position = 0;
        int group = 0;
        while (position < text.length() && group < 3) {
            int start = position;
            int number = 0;
            while (position < text.length() && isDigit(text.charAt(position)) && position - start < 9) {
                number = number * 10 + text.charAt(position) - '0';
                position++;
            }
            if (position == start) {
                return WrittenDates.standardise(text);
            }
            switch (group) {
                case 0 -> first = number;
                case 1 -> second = number;
                default -> third = number;
            }
            lengths |= position - start << group * 8;
            group++;
            if (isTime(text, position) || position == text.length()) {
                break;
            }
            if (group < 3) {
                position = separated(text, position);
            }
        }
        if (position < text.length() && !isTime(text, position)) {
            return WrittenDates.standardise(text);
        }
        return date(first, second, third, lengths);
    }

    /** The position behind one separator and the spaces around it; the same where there is none. */
    private static int separated(String text, int from) {
        int position = from;
        while (position < text.length() && text.charAt(position) == ' ') {
            position++;
        }
        if (position < text.length() && "-/.".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
        while (position < text.length() && text.charAt(position) == ' ') {
            position++;
        }
        return position;
    }

    /** A time of day begins here: {@code T10:15} or {@code  10:15}. */
    private static boolean isTime(String text, int position) {
        return text.length() > position + 4
                && (text.charAt(position) == 'T' || text.charAt(position) == ' ')
                && isDigit(text.charAt(position + 1))
                && isDigit(text.charAt(position + 2))
                && text.charAt(position + 3) == ':';
    }

    private static Standardised date(int first, int second, int third, int lengths) {
        int ones = lengths & 0xff;
        int twos = lengths >> 8 & 0xff;
        int threes = lengths >> 16;
        if (threes > 0) {
            if (ones == 4 && twos <= 2 && threes <= 2) {
                return of(first, second, third);
            }
            if (ones <= 2 && twos <= 2 && (threes == 4 || threes == 2)) {
                return of(threes == 2 ? century(third) : third, second, first);
            }
            return NO_DATE;
        }
        if (twos > 0) {
            if (ones == 4 && twos <= 2) {
                return of(first, second, 0);
            }
            return ones <= 2 && twos == 4 ? of(second, first, 0) : NO_DATE;
        }
        return switch (ones) {
            case 4 -> of(first, 0, 0);
            case 8 -> ofEightDigits(first);
            default -> first == 0 ? Standardised.MISSING : NO_DATE;
        };
    }

    /** Year first, unless only day first makes a date. */
    private static Standardised ofEightDigits(int digits) {
        int month = digits / 100 % 100;
        int day = digits % 100;
        int century = digits / 1_000_000;
        boolean yearFirst = century >= 10 && century <= 21 && month <= 12 && day <= 31;
        return yearFirst || digits % 10_000 < FIRST_YEAR_IN_PART
                ? of(digits / 10_000, month, day)
                : of(digits % 10_000, digits / 10_000 % 100, century);
    }

    static int century(int year) {
        return year + (year < FIRST_YEAR_OF_LAST_CENTURY ? 2000 : 1900);
    }

    /** The date of a year from 0 to 9999; a month or a day that is 0 or 99 is not known. */
    static Standardised of(int year, int givenMonth, int givenDay) {
        int month = givenMonth == UNKNOWN ? 0 : givenMonth;
        int day = givenDay == UNKNOWN ? 0 : givenDay;
        if (month > 12 && day > 0 && day <= 12) {
            int exchanged = month;
            month = day;
            day = exchanged;
        }
        if (year == 0) {
            return month == 0 && day == 0 ? Standardised.MISSING : NO_DAY;
        }
        if (month > 12) {
            return NO_DAY;
        }
        boolean whole = month > 0 && day > 0 && day <= daysOf(year, month);
        if (!whole) {
            return year < FIRST_YEAR_IN_PART ? NO_DAY : new Standardised.Value(text(year, month, 0));
        }
        return Arrays.binarySearch(PLACEHOLDERS, year * 10_000 + month * 100 + day) >= 0
                ? Standardised.MISSING
                : new Standardised.Value(text(year, month, day));
    }

    private static int daysOf(int year, int month) {
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return month == 2 && !leap ? 28 : DAYS[month - 1];
    }

    private static String text(int year, int month, int day) {
        byte[] text = new byte[10];
        text[0] = digit(year / 1000);
        text[1] = digit(year / 100);
        text[2] = digit(year / 10);
        text[3] = digit(year);
        text[4] = '-';
        text[5] = digit(month / 10);
        text[6] = digit(month);
        text[7] = '-';
        text[8] = digit(day / 10);
        text[9] = digit(day);
        int length = month == 0 ? 4 : day == 0 ? 7 : 10;
        return new String(text, 0, length, StandardCharsets.ISO_8859_1);
    }

    private static byte digit(int number) {
        return (byte) ('0' + number % 10);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
