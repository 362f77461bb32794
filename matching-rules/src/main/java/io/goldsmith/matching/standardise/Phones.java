package io.goldsmith.matching.standardise;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

/**
 * Phone numbers in E.164, read as French ones where they name no country. {@link PlainPhone} reads what is plainly written, the
 * library everything else; both come to the same.
 */
final class Phones {

    private static final String DEFAULT_REGION = "FR";
    private static final int COMPARED_DIGITS = 8;
    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
    private static final Dictionary PLACEHOLDERS = Dictionary.ofWords("placeholders-phone");

    private Phones() {}

    static Standardised standardise(String raw) {
        String plain = PlainPhone.read(raw);
        return plain.isEmpty() ? byLibrary(raw) : valueOf(plain);
    }

    /** What the library says of a number. */
    static Standardised byLibrary(String raw) {
        if (!hasDigits(raw)) {
            return Placeholders.NUMBERS.contain(Folding.words(raw))
                    ? Standardised.MISSING
                    : new Standardised.Refused("is no phone number: it has fewer than three digits");
        }
        try {
            PhoneNumber number = LIBRARY.parse(raw, DEFAULT_REGION);
            if (LIBRARY.isPossibleNumber(number)) {
                return valueOf(LIBRARY.format(number, PhoneNumberFormat.E164));
            }
        } catch (NumberParseException unreadable) {
            return isNothing(raw)
                    ? Standardised.MISSING
                    : new Standardised.Refused("is no phone number: " + unreadable.getErrorType());
        }
        return isNothing(raw)
                ? Standardised.MISSING
                : new Standardised.Refused("is no phone number: its length is not possible in its country");
    }

    private static boolean hasDigits(String raw) {
        int digits = 0;
        for (int position = 0; position < raw.length() && digits < 3; position++) {
            digits += Character.isDigit(raw.charAt(position)) ? 1 : 0;
        }
        return digits == 3;
    }

    private static boolean isNothing(String raw) {
        return Placeholders.NUMBERS.containNumber(Folding.compact(raw));
    }

    private static Standardised valueOf(String number) {
        return isRepeatedDigit(number) || PLACEHOLDERS.contains(number)
                ? Standardised.MISSING
                : new Standardised.Value(number);
    }

    /** The last eight digits are the same. */
    private static boolean isRepeatedDigit(String number) {
        int last = number.length() - 1;
        char digit = number.charAt(last);
        for (int position = last - 1; position > last - COMPARED_DIGITS; position--) {
            if (position < 1 || number.charAt(position) != digit) {
                return false;
            }
        }
        return true;
    }
}
