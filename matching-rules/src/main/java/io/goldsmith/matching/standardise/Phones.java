package io.goldsmith.matching.standardise;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

/** Phone numbers in E.164, read as French ones where they name no country. */
final class Phones {

    private static final String DEFAULT_REGION = "FR";
    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

    private Phones() {}

    static Standardised standardise(String raw) {
        String plain = plainFrench(raw);
        if (!plain.isEmpty()) {
            return isRepeatedDigit(plain) ? new Standardised.Missing() : new Standardised.Value(plain);
        }
        return byLibrary(raw);
    }

    private static boolean isRepeatedDigit(String number) {
        String last = number.substring(number.length() - 8);
        return last.chars().allMatch(digit -> digit == '0');
    }

    /** What the library says of a number. */
    static Standardised byLibrary(String raw) {
        try {
            PhoneNumber number = LIBRARY.parse(raw, DEFAULT_REGION);
            if (!LIBRARY.isPossibleNumber(number)) {
                return new Standardised.Refused("is no phone number: its length is not possible in its country");
            }
            String standard = LIBRARY.format(number, PhoneNumberFormat.E164);
            return isRepeatedDigit("00000000" + standard)
                    ? new Standardised.Missing()
                    : new Standardised.Value(standard);
        } catch (NumberParseException unreadable) {
            return new Standardised.Refused("is no phone number: " + unreadable.getErrorType());
        }
    }

    /** The number if it is plainly a French one, ten digits from 01 to 09 with usual separators; else empty. */
    static String plainFrench(String raw) {
        StringBuilder digits = new StringBuilder(12);
        for (int position = 0; position < raw.length(); position++) {
            char c = raw.charAt(position);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (c == '+' && digits.isEmpty()) {
                digits.append(c);
            } else if (c != ' ' && c != '.' && c != '-') {
                return "";
            }
        }
        if (digits.length() == 12 && digits.indexOf("+33") == 0 && digits.charAt(3) != '0') {
            return digits.toString();
        }
        boolean national = digits.length() == 10 && digits.charAt(0) == '0' && digits.charAt(1) >= '1';
        return national ? "+33" + digits.substring(1) : "";
    }
}
