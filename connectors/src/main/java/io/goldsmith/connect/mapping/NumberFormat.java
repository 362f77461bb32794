package io.goldsmith.connect.mapping;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers as the source writes them, in the attribute with a decimal point and no separators; digits behind the point stay as many as
 * they are. A text of another form passes as it is, and validation rules report it.
 *
 * @param decimal the decimal separator
 * @param thousands what stands between groups of three digits; a space stands for those that do not break too
 */
record NumberFormat(char decimal, Optional<Character> thousands) implements ValueFormat {

    private static final Pattern PLAIN = Pattern.compile("[+-]?[0-9]{1,100}(\\.[0-9]{1,100})?");

    @Override
    public Optional<String> read(String column, String text) {
        return number(text).or(() -> Optional.of(text));
    }

    private Optional<String> number(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        int digits = 0;
        boolean isGrouped = false;
        boolean isFraction = false;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (isThousands(character)) {
                // A separator stands behind one to three digits, then behind each three.
                if (isFraction || digits == 0 || digits > 3 || isGrouped && digits != 3) {
                    return Optional.empty();
                }
                isGrouped = true;
                digits = 0;
            } else if (character == decimal || character == '.' && decimal == '.') {
                if (isGrouped && digits != 3) {
                    return Optional.empty();
                }
                isFraction = true;
                plain.append('.');
            } else if (character == '.') {
                return Optional.empty();
            } else {
                digits += Character.isDigit(character) && !isFraction ? 1 : 0;
                plain.append(character);
            }
        }
        boolean isWhole = !isGrouped || isFraction || digits == 3;
        return isWhole && PLAIN.matcher(plain).matches()
                ? Optional.of(withoutPlus(plain.toString()))
                : Optional.empty();
    }

    private boolean isThousands(char character) {
        return thousands
                .map(known -> known == character || known == ' ' && (character == '\u00a0' || character == '\u202f'))
                .orElse(false);
    }

    private static String withoutPlus(String number) {
        return number.startsWith("+") ? number.substring(1) : number;
    }

    @Override
    public Optional<String> write(String value) {
        if (!PLAIN.matcher(value).matches()) {
            return Optional.empty();
        }
        String number = withoutPlus(value);
        int point = number.indexOf('.');
        int sign = number.startsWith("-") ? 1 : 0;
        StringBuilder text = new StringBuilder(number);
        if (point >= 0) {
            text.setCharAt(point, decimal);
        }
        if (thousands.isPresent()) {
            for (int at = (point < 0 ? number.length() : point) - 3; at > sign; at -= 3) {
                text.insert(at, thousands.get().charValue());
            }
        }
        return Optional.of(text.toString());
    }
}
