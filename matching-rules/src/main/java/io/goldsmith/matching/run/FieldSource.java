package io.goldsmith.matching.run;

import io.goldsmith.matching.record.CodedValues;
import io.goldsmith.matching.standardise.Standardised;
import io.goldsmith.matching.standardise.Standardiser;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Reads one column of a file: fields come in as bytes and go out in standard form. For one thread. */
final class FieldSource {

    private final int field;
    private final int attribute;
    private final ColumnSettings settings;
    private final Standardiser standardiser;
    private final List<DateTimeFormatter> formats;
    private final FieldMemo memo = new FieldMemo();

    /**
     * A column.
     *
     * @param field its position in the file
     * @param attribute the position of its attribute in the standardiser
     */
    FieldSource(int field, int attribute, ColumnSettings settings, Standardiser standardiser) {
        this.field = field;
        this.attribute = attribute;
        this.settings = settings;
        this.standardiser = standardiser;
        this.formats = settings.dateFormat().stream().toList();
    }

    /** The column's position in the file. */
    int field() {
        return field;
    }

    /** What a field comes to. */
    StandardField read(byte[] bytes, int from, int to) {
        if (from == to) {
            return StandardField.MISSING;
        }
        if (!memo.helps()) {
            return standard(bytes, from, to);
        }
        if (memo.find(bytes, from, to)) {
            return memo.found();
        }
        StandardField standard = standard(bytes, from, to);
        memo.add(bytes, from, to, standard);
        return standard;
    }

    private StandardField standard(byte[] bytes, int from, int to) {
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        if (text.isBlank()) {
            return StandardField.MISSING;
        }
        if (settings.separator().isEmpty()) {
            return standard(formats.isEmpty() ? text : isoDate(text));
        }
        return text.contains(settings.separator())
                ? standard(Arrays.asList(text.split(Pattern.quote(settings.separator()))))
                : standard(text);
    }

    private StandardField standard(String raw) {
        Standardised result = standardiser.standardise(attribute, raw);
        if (result instanceof Standardised.Value value) {
            return new StandardField(CodedValues.of(List.of(value.text())), List.of());
        }
        return result instanceof Standardised.Refused refused
                ? new StandardField(CodedValues.MISSING, List.of(refused.reason()))
                : StandardField.MISSING;
    }

    private StandardField standard(List<String> raw) {
        List<String> values = new ArrayList<>(raw.size());
        List<String> refusals = new ArrayList<>();
        for (String single : raw) {
            StandardField standard = single.isEmpty() ? StandardField.MISSING : standard(single);
            values.addAll(standard.values().values());
            refusals.addAll(standard.refusals());
        }
        return new StandardField(CodedValues.of(values.stream().distinct().toList()), List.copyOf(refusals));
    }

    /** The date in ISO form; a field that is not in the column's format is left to the standardiser. */
    private String isoDate(String text) {
        try {
            return LocalDate.parse(text.trim(), formats.get(0)).toString();
        } catch (DateTimeException other) {
            return text;
        }
    }
}
