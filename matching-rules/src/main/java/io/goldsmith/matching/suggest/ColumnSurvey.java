package io.goldsmith.matching.suggest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Surveys the columns of a sample one by one: what each holds, and which are left out because they say nothing. */
final class ColumnSurvey {

    private static final double EMPTY = 0.002;
    private static final double ONE_VALUE = 0.98;
    private static final int ROWS_THAT_MUST_REPEAT = 20;
    private static final int LONGEST_LIST_OF_WORDS = 100;
    private static final String TRUTH = "entity_id";

    private final SampledRecords records;

    ColumnSurvey(SampledRecords records) {
        this.records = records;
    }

    /** Every column of the sample, in the order of the files. */
    List<ProposedColumn> survey() {
        List<ProposedColumn> columns =
                new ArrayList<>(IntStream.range(0, records.columns().size())
                        .mapToObj(this::column)
                        .toList());
        return new NameColumns(records, columns).settled();
    }

    private ProposedColumn column(int position) {
        ColumnProfile profile = ColumnProfile.of(records, position);
        ColumnRole role = profile.filled() == 0 ? ColumnRole.TEXT : new RoleFinder(profile).find();
        boolean isNamed =
                HeaderWords.role(profile.name()).filter(named -> named == role).isPresent();
        return new ProposedColumn(profile, role, isNamed, reasonToLeaveOut(profile, role), Optional.empty());
    }

    private static Optional<String> reasonToLeaveOut(ColumnProfile profile, ColumnRole role) {
        if (profile.name().equals(TRUTH)) {
            return Optional.of("holds the truth, which is never compared");
        }
        if (profile.filled() < 2 || profile.completeness() < EMPTY) {
            return Optional.of("is empty in nearly every record");
        }
        if (profile.distinct() == 1) {
            return Optional.of("holds one value throughout");
        }
        if (role == ColumnRole.SOURCE) {
            return Optional.of("says where a record comes from, not whom it speaks of");
        }
        if (profile.mostFrequent() >= ONE_VALUE * profile.filled()) {
            return Optional.of("holds one value in nearly every record");
        }
        if (repeatsNever(profile) && (role == ColumnRole.IDENTIFIER || role == ColumnRole.CODE)) {
            return Optional.of("is different in every record, as a row number is");
        }
        if (isListOfWords(profile, role)) {
            return Optional.of("holds lists of a few words, as preferences are, which tell few customers apart");
        }
        if (role == ColumnRole.CODE && isTitle(profile)) {
            return Optional.of("holds titles, which say no more than the given name");
        }
        return Optional.empty();
    }

    private static boolean repeatsNever(ColumnProfile profile) {
        return profile.distinct() == profile.filled() && profile.filled() >= ROWS_THAT_MUST_REPEAT;
    }

    private static boolean isListOfWords(ColumnProfile profile, ColumnRole role) {
        return !profile.separator().isEmpty()
                && (role == ColumnRole.CODE
                        || role == ColumnRole.TEXT
                        || role.part().equals("family"))
                && profile.pieces().stream().distinct().count() <= LONGEST_LIST_OF_WORDS;
    }

    private static boolean isTitle(ColumnProfile profile) {
        Predicate<String> title = value -> ContentEvidence.isTitle(value);
        return profile.share(title) >= 0.7;
    }
}
