package io.goldsmith.connect.mapping;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What an expression works with, as texts. */
final class ExpressionValues {

    private static final int MOST_VALUES = 1_000;

    /** The most digits of a number before or behind the point; a greater one is no value of a customer. */
    private static final int MOST_DIGITS = 100;

    private ExpressionValues() {}

    /**
     * The texts of a value that are not empty: one, or those of a list.
     *
     * @throws ExpressionFailure if it is no text, number, truth value or list of these, or there are too many
     */
    static List<String> texts(Object value) {
        List<String> texts = new ArrayList<>();
        add(value, texts);
        return texts;
    }

    private static void add(Object value, List<String> texts) {
        if (value instanceof Collection<?> list) {
            list.forEach(one -> add(one, texts));
        } else if (value instanceof Object[] array) {
            add(List.of(array), texts);
        } else if (value instanceof int[] numbers) {
            for (int number : numbers) {
                add(number, texts);
            }
        } else if (value != null) {
            String text = text(value);
            if (!text.isEmpty()) {
                texts.add(text);
            }
        }
        if (texts.size() > MOST_VALUES) {
            throw new ExpressionFailure("it gives more than " + MOST_VALUES + " values");
        }
    }

    private static String text(Object value) {
        if (value instanceof String || value instanceof Boolean) {
            return value.toString();
        }
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            if (Double.isFinite(number)) {
                BigDecimal exact = BigDecimal.valueOf(number);
                return exact.signum() == 0 ? "0" : plain(exact.stripTrailingZeros());
            }
        } else if (value instanceof BigDecimal number) {
            return plain(number);
        } else if (value instanceof BigInteger number) {
            return plain(new BigDecimal(number));
        } else if (value instanceof Number number) {
            return number.toString();
        }
        throw new ExpressionFailure("it gives something that is no text, number, truth value or list of these");
    }

    private static String plain(BigDecimal number) {
        if (Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
            throw new ExpressionFailure("it gives a number of more than " + MOST_DIGITS + " digits");
        }
        return number.toPlainString();
    }
}
