package io.goldsmith.matching.compare;

/** Numbers as people write them, and how far they are apart. */
final class Numbers {

    private static final int LONGEST = 64;
    private static final double ROUNDING = 1e-9;

    private Numbers() {}

    /**
     * Reads {@code 12}, {@code -3.5}, {@code 1 234,50}, {@code 1.234,50}, {@code 1,234,567}: a comma or point that occurs once, or the
     * last of both, is the decimal sign.
     *
     * @return the number, or NaN if the text is none
     */
    static double parse(String text) {
        if (text.length() > LONGEST) {
            return Double.NaN;
        }
        int decimal = decimalSign(text);
        StringBuilder plain = new StringBuilder(text.length());
        int digits = 0;
        for (int position = 0; position < text.length(); position++) {
            char c = text.charAt(position);
            if (c >= '0' && c <= '9') {
                digits++;
                plain.append(c);
            } else if (position == decimal) {
                plain.append('.');
            } else if (position == 0 && (c == '-' || c == '+')) {
                plain.append(c);
            } else if (c != ' ' && c != '\u00a0' && c != '.' && c != ',') {
                return Double.NaN;
            }
        }
        return digits == 0 ? Double.NaN : Double.parseDouble(plain.toString());
    }

    private static int decimalSign(String text) {
        int point = text.lastIndexOf('.');
        int comma = text.lastIndexOf(',');
        int last = Math.max(point, comma);
        boolean thousands = last >= 0 && Math.min(point, comma) < 0 && text.indexOf(text.charAt(last)) != last;
        return thousands ? -1 : last;
    }

    /** Whether two numbers are at most so far apart, up to rounding; never for NaN. */
    static boolean within(double one, double other, double distance) {
        double magnitude = Math.max(Math.abs(one), Math.abs(other));
        return Math.abs(one - other) <= distance + magnitude * ROUNDING;
    }

    /** Whether two numbers are at most so many percent of the one of greater magnitude apart, up to rounding; never for NaN. */
    static boolean withinPercent(double one, double other, double percent) {
        return within(one, other, Math.max(Math.abs(one), Math.abs(other)) * percent / 100);
    }
}
