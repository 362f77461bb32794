package io.goldsmith.connect.mapping;

import io.goldsmith.mdm.quality.BoundedText;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The functions of expressions; there are no others. Texts are what columns hold, empty where a row has none. Where a function takes
 * one text, of a list it takes the first, or works on each and gives a list. No result is longer than {@value #LONGEST_TEXT} characters.
 */
enum ExpressionFunction {
    /** In capitals, of each. */
    UPPER("upper(text)", 1, 1, arguments -> arguments.each(text -> text.toUpperCase(Locale.ROOT))),
    /** In small letters, of each. */
    LOWER("lower(text)", 1, 1, arguments -> arguments.each(text -> text.toLowerCase(Locale.ROOT))),
    /** Each word with a capital, of each. */
    CAPITALISE("capitalise(text)", 1, 1, arguments -> arguments.each(PersonName::capitalised)),
    /** Without white space at the ends, of each. */
    TRIM("trim(text)", 1, 1, arguments -> arguments.each(String::trim)),
    /** The digits alone, of each. */
    DIGITS("digits(text)", 1, 1, arguments -> arguments.each(text -> text.replaceAll("[^0-9]", ""))),
    /** The first characters. */
    LEFT("left(text, count)", 2, 2, arguments -> {
        String text = arguments.text(0);
        return text.substring(0, arguments.bounded(1, text.length()));
    }),
    /** The last characters. */
    RIGHT("right(text, count)", 2, 2, arguments -> {
        String text = arguments.text(0);
        return text.substring(text.length() - arguments.bounded(1, text.length()));
    }),
    /** From one position to before another, counted from 0; what lies beyond the text is left out. */
    SUBSTRING("substring(text, from, to)", 2, 3, arguments -> {
        String text = arguments.text(0);
        int from = arguments.bounded(1, text.length());
        int to = arguments.count() == 3 ? arguments.bounded(2, text.length()) : text.length();
        return from < to ? text.substring(from, to) : "";
    }),
    /** What stands before a separator, trimmed; all if it is not there. */
    BEFORE("before(text, separator)", 2, 2, arguments -> {
        int at = arguments.text(0).indexOf(arguments.text(1));
        return (at < 0 ? arguments.text(0) : arguments.text(0).substring(0, at)).trim();
    }),
    /** What stands behind a separator, trimmed; nothing if it is not there. */
    AFTER("after(text, separator)", 2, 2, arguments -> {
        int at = arguments.text(0).indexOf(arguments.text(1));
        return at < 0
                ? ""
                : arguments.text(0).substring(at + arguments.text(1).length()).trim();
    }),
    /** One piece of text in place of another, everywhere. */
    REPLACE("replace(text, from, to)", 3, 3, ExpressionFunction::replace),
    /** Filled from the left up to a length. */
    PAD("pad(text, length, character)", 3, 3, arguments -> {
        String text = arguments.text(0);
        int missing = arguments.bounded(1, 100) - text.length();
        return text.isEmpty() || missing <= 0 || arguments.text(2).length() != 1
                ? text
                : arguments.text(2).repeat(missing) + text;
    }),
    /** Whether one text holds another. */
    CONTAINS("contains(text, part)", 2, 2, arguments -> arguments.text(0).contains(arguments.text(1))),
    /** Whether the whole text is of a regular expression. */
    MATCHES(
            "matches(text, 'pattern')",
            2,
            2,
            arguments -> bounded(() -> arguments.matcher().matches())),
    /** What the first group of a regular expression finds, or all that it finds; nothing if it finds nothing. */
    EXTRACT(
            "extract(text, 'pattern')",
            2,
            2,
            arguments -> bounded(() -> {
                Matcher matcher = arguments.matcher();
                if (!matcher.find()) {
                    return "";
                }
                return Optional.ofNullable(matcher.group(Math.min(1, matcher.groupCount())))
                        .orElse("");
            })),
    /** The text as a number, with a decimal point. */
    NUMBER("number(text)", 1, 1, arguments -> new BigDecimal(arguments.text(0).trim())),
    /** The distinct parts between separators, trimmed, empty ones left out. */
    SPLIT(
            "split(text, separator)",
            2,
            2,
            arguments -> arguments.text(1).isEmpty()
                    ? List.of(arguments.text(0))
                    : Splitting.on(arguments.text(1), arguments.text(0))),
    /** The values of a list that are not empty, with something between them. */
    JOIN("join(list, between)", 2, 2, arguments -> String.join(arguments.text(1), arguments.texts(0))),
    /** The first value that is not empty. */
    FIRST("first(list)", 1, 1, arguments -> arguments.item(0)),
    /** The last value that is not empty. */
    LAST("last(list)", 1, 1, arguments -> arguments.item(arguments.texts(0).size() - 1)),
    /** The value at a position, counted from 0; nothing if there is none. */
    ITEM("item(list, position)", 2, 2, arguments -> arguments.item(arguments.bounded(1, Integer.MAX_VALUE))),
    /** How many values are not empty. */
    COUNT("count(list)", 1, 1, arguments -> arguments.texts(0).size());

    /** The longest text that a function gives. */
    static final int LONGEST_TEXT = 10_000;

    /** As many as there are different patterns in the configuration. */
    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    private final String usage;
    private final int fewest;
    private final int most;
    private final Function<Arguments, Object> work;

    ExpressionFunction(String usage, int fewest, int most, Function<Arguments, Object> work) {
        this.usage = usage;
        this.fewest = fewest;
        this.most = most;
        this.work = work;
    }

    /** The function of a name, empty if there is none. */
    static Optional<ExpressionFunction> named(String name) {
        return Arrays.stream(values())
                .filter(function -> function.word().equals(name))
                .findFirst();
    }

    /** The names of all. */
    static List<String> words() {
        return Arrays.stream(values()).map(ExpressionFunction::word).toList();
    }

    /** Its name in expressions. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How it is called. */
    String usage() {
        return usage;
    }

    boolean takes(int arguments) {
        return fewest <= arguments && arguments <= most;
    }

    /** Whether its second argument is a regular expression, and so must be written out. */
    boolean takesPattern() {
        return this == MATCHES || this == EXTRACT;
    }

    /**
     * Calls it.
     *
     * @param arguments as many as it takes
     * @throws ExpressionFailure if it cannot work on these
     */
    Object call(Object... arguments) {
        Object result = work.apply(new Arguments(arguments));
        if (result instanceof String text && text.length() > LONGEST_TEXT) {
            throw new ExpressionFailure(word() + " would give more than " + LONGEST_TEXT + " characters");
        }
        return result;
    }

    private static String replace(Arguments arguments) {
        String text = arguments.text(0);
        String from = arguments.text(1);
        String to = arguments.text(2);
        // Each place grows by what is put there: more than this cannot stay within the bound.
        boolean large = from.isEmpty() || (long) text.length() / from.length() * to.length() > 100L * LONGEST_TEXT;
        if (large && text.contains(from)) {
            throw new ExpressionFailure("replace would give more than " + LONGEST_TEXT + " characters");
        }
        return text.replace(from, to);
    }

    private static Object bounded(java.util.function.Supplier<Object> search) {
        try {
            return search.get();
        } catch (BoundedText.ExhaustedException | StackOverflowError tooLong) {
            throw new ExpressionFailure("a pattern takes too long on a text");
        }
    }

    /** What a function is given. */
    private static final class Arguments {

        private final Object[] values;

        private Arguments(Object... values) {
            this.values = values;
        }

        private int count() {
            return values.length;
        }

        private List<String> texts(int position) {
            return ExpressionValues.texts(values[position]);
        }

        private String text(int position) {
            List<String> texts = texts(position);
            return texts.isEmpty() ? "" : texts.get(0);
        }

        private String item(int position) {
            List<String> texts = texts(0);
            return position < 0 || position >= texts.size() ? "" : texts.get(position);
        }

        private Object each(UnaryOperator<String> work) {
            List<String> texts = texts(0).stream().map(work).toList();
            return texts.size() == 1 ? texts.get(0) : texts.isEmpty() ? "" : texts;
        }

        /** A whole number, brought between 0 and a bound. */
        private int bounded(int position, int bound) {
            BigDecimal number = new BigDecimal(text(position));
            return number.max(BigDecimal.ZERO).min(BigDecimal.valueOf(bound)).intValue();
        }

        private Matcher matcher() {
            return PATTERNS.computeIfAbsent(text(1), Pattern::compile).matcher(new BoundedText(text(0)));
        }
    }
}
