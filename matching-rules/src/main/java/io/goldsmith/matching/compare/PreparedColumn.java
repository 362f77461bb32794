package io.goldsmith.matching.compare;

import io.goldsmith.matching.record.Column;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The values of one column in the forms that the kernels read, each form made when a level first needs it and then shared by all levels
 * of the comparison. Thread-safe.
 */
final class PreparedColumn {

    private final Column column;
    private Optional<PackedTexts> texts = Optional.empty();
    private Optional<TokenTexts> tokens = Optional.empty();
    private Optional<PackedTexts> localParts = Optional.empty();
    private Optional<int[]> dates = Optional.empty();
    private Optional<double[]> numbers = Optional.empty();

    PreparedColumn(Column column) {
        this.column = column;
    }

    Column column() {
        return column;
    }

    /** The values, packed. */
    synchronized PackedTexts texts() {
        texts = orMake(texts, () -> PackedTexts.of(column.elementCodes(), column::text));
        return texts.orElseThrow();
    }

    /** The values' words. */
    synchronized TokenTexts tokens() {
        tokens = orMake(tokens, () -> TokenTexts.of(column));
        return tokens.orElseThrow();
    }

    /** What {@link MailboxKey#localPart} makes of the values, packed. */
    synchronized PackedTexts localParts() {
        localParts = orMake(localParts, () -> derived(MailboxKey::localPart));
        return localParts.orElseThrow();
    }

    /** What a function makes of the values, packed; not remembered. */
    PackedTexts derived(Function<String, String> form) {
        return PackedTexts.of(column.elementCodes(), element -> form.apply(column.text(element)));
    }

    /** The values as {@link PackedDate packed dates}. */
    synchronized int[] dates() {
        dates = orMake(dates, () -> {
            int[] parsed = new int[column.elementCodes()];
            for (int element = 1; element < parsed.length; element++) {
                parsed[element] = PackedDate.parse(column.text(element));
            }
            return parsed;
        });
        return dates.orElseThrow();
    }

    /** The values as numbers, NaN for what is none. */
    synchronized double[] numbers() {
        numbers = orMake(numbers, () -> {
            double[] parsed = new double[column.elementCodes()];
            for (int element = 1; element < parsed.length; element++) {
                parsed[element] = Numbers.parse(column.text(element));
            }
            return parsed;
        });
        return numbers.orElseThrow();
    }

    private static <F> Optional<F> orMake(Optional<F> form, Supplier<F> maker) {
        return form.isPresent() ? form : Optional.of(maker.get());
    }
}
