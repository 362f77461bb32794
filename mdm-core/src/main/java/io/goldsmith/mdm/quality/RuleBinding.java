package io.goldsmith.mdm.quality;

import io.goldsmith.matching.record.SemanticType;
import io.goldsmith.matching.run.Matching;
import io.goldsmith.mdm.model.Attribute;
import io.goldsmith.mdm.model.EntityModel;
import io.goldsmith.mdm.quality.ValidationSettings.RuleSettings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Makes rules of what is written; what is written has been checked when the configuration was read. */
final class RuleBinding {

    private static final int OLDEST = 120;

    private final EntityModel model;
    private final Matching matching;
    private final Path folder;

    RuleBinding(EntityModel model, Matching matching, Path folder) {
        this.model = model;
        this.matching = matching;
        this.folder = folder;
    }

    ValidationRule bind(RuleSettings written) {
        Check check = Check.ofWord(written.check());
        return new ValidationRule(
                written.name(),
                attribute(written),
                check,
                Severity.valueOf(written.severity().toUpperCase(Locale.ROOT)),
                written.task(),
                written.when(),
                test(check, written));
    }

    private static String attribute(RuleSettings written) {
        return written.attribute().isEmpty() ? new TreeSet<>(written.columns().keySet()).first() : written.attribute();
    }

    private RuleTest test(Check check, RuleSettings written) {
        String attribute = written.attribute();
        return switch (check) {
            case REQUIRED -> new ValueTest.Required(attribute);
            case NOT_IN_FUTURE -> new ValueTest.NotInFuture(attribute);
            case PLAUSIBLE_AGE ->
                new ValueTest.PlausibleAge(attribute, or(written.min(), 0), or(written.max(), OLDEST));
            case WELL_FORMED, VALID_IDENTIFIER -> new ValueTest.WellFormed(attribute);
            case ONE_OF -> new ValueTest.OneOf(attribute, written.values());
            case PERMITTED ->
                new ValueTest.OneOf(
                        attribute,
                        model.attribute(attribute).map(Attribute::values).orElse(List.of()));
            case MATCHES -> new ValueTest.Matches(attribute, Pattern.compile(written.pattern()));
            case MIN_LENGTH -> new ValueTest.Length(attribute, or(written.min(), 0), Integer.MAX_VALUE);
            case MAX_LENGTH -> new ValueTest.Length(attribute, 0, or(written.max(), Integer.MAX_VALUE));
            case IN_RANGE -> range(attribute, written.from(), written.to());
            case AT_LEAST_ONE -> new RecordTest.AtLeastOne(written.attributes());
            case NOT_BEFORE -> new RecordTest.NotBefore(attribute, written.other());
            case IN_REFERENCE ->
                new RecordTest.InReference(
                        ReferenceList.read(folder.resolve(written.file()), written.columns(), matching));
            case UNIQUE -> new ValueTest.Unique(attribute);
        };
    }

    private RuleTest range(String attribute, String from, String to) {
        return isDate(attribute)
                ? new ValueTest.DateRange(
                        attribute,
                        JudgedRecord.date(from).orElse(LocalDate.MIN),
                        JudgedRecord.date(to).orElse(LocalDate.MAX))
                : new ValueTest.NumberRange(attribute, NumberText.number(from), NumberText.number(to));
    }

    private boolean isDate(String attribute) {
        return model.attribute(attribute)
                .filter(known -> known.definition().type() == SemanticType.DATE)
                .isPresent();
    }

    private static int or(Integer given, int otherwise) {
        return Optional.ofNullable(given).orElse(otherwise);
    }
}
