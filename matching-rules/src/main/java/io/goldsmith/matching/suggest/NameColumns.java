package io.goldsmith.matching.suggest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Settles what single columns leave open: which of several columns of words is the family name and which a town, and which hold a whole
 * name beside its parts, so that the same is not counted twice.
 */
final class NameColumns {

    private static final double MOST_ROWS = 0.6;
    private static final double SAME_TOWN = 0.5;
    private static final int FEWEST_TOWNS = 5;
    private static final double MOST_IN_ONE_TOWN = 0.3;
    private static final int ROWS_LOOKED_AT = 5_000;

    private final SampledRecords records;
    private final List<ProposedColumn> columns;

    NameColumns(SampledRecords records, List<ProposedColumn> columns) {
        this.records = records;
        this.columns = new ArrayList<>(columns);
    }

    /** The columns as they are proposed. */
    List<ProposedColumn> settled() {
        partWordColumns();
        wholeNames();
        return List.copyOf(columns);
    }

    /** Of unnamed columns of words one is the family name: that of the most values that does not go with the postcode. */
    private void partWordColumns() {
        List<Integer> unnamed = IntStream.range(0, columns.size())
                .filter(column -> !columns.get(column).isNamed())
                .filter(column -> isUsed(column, ColumnRole.FAMILY_NAME) || mayBeFewTowns(column))
                .boxed()
                .sorted(Comparator.comparingInt(
                        column -> -columns.get(column).profile().distinct()))
                .toList();
        boolean hasFamilyName = IntStream.range(0, columns.size())
                .anyMatch(column -> isUsed(column, ColumnRole.FAMILY_NAME)
                        && columns.get(column).isNamed());
        Optional<Integer> postcode = firstOf(ColumnRole.POSTCODE);
        for (int column : unnamed) {
            boolean town =
                    postcode.isPresent() && new Dependence(records).given(postcode.orElseThrow(), column) >= SAME_TOWN;
            if (town) {
                replace(column, columns.get(column).as(ColumnRole.TOWN));
            } else if (columns.get(column).role() == ColumnRole.FAMILY_NAME) {
                replace(column, columns.get(column).as(hasFamilyName ? ColumnRole.TEXT : ColumnRole.FAMILY_NAME));
                hasFamilyName = true;
            }
        }
    }

    /** Words of a short list, none of which most records have: agreement by the postcode is then no chance. */
    private boolean mayBeFewTowns(int column) {
        ColumnProfile profile = columns.get(column).profile();
        return isUsed(column, ColumnRole.CODE)
                && HeaderWords.role(profile.name()).isEmpty()
                && profile.distinct() >= FEWEST_TOWNS
                && profile.mostFrequent() <= MOST_IN_ONE_TOWN * profile.filled()
                && new ContentEvidence(profile).wordsAlone() >= 0.8;
    }

    /** A column whose values hold those of both parts says the same again. */
    private void wholeNames() {
        Optional<Integer> given = firstOf(ColumnRole.GIVEN_NAME);
        Optional<Integer> family = firstOf(ColumnRole.FAMILY_NAME);
        if (given.isEmpty() || family.isEmpty()) {
            return;
        }
        List<Integer> whole = IntStream.range(0, columns.size())
                .filter(column -> columns.get(column).isUsed() && mayBeWholeName(columns.get(column)))
                .filter(column -> !given.get().equals(column) && !family.get().equals(column))
                .filter(column -> holdsBoth(column, given.get(), family.get()))
                .boxed()
                .sorted(Comparator.comparingInt(
                        column -> -columns.get(column).profile().distinct()))
                .toList();
        String parts = columns.get(given.get()).name() + " and "
                + columns.get(family.get()).name();
        for (int position = 0; position < whole.size(); position++) {
            ProposedColumn column = columns.get(whole.get(position)).as(ColumnRole.TEXT);
            replace(
                    whole.get(position),
                    position == 0
                            ? column.uncomparedFor("says what " + parts + " say")
                            : column.without("says what " + parts + " say"));
        }
    }

    private static boolean mayBeWholeName(ProposedColumn column) {
        return switch (column.role()) {
            case FULL_NAME, FAMILY_NAME, GIVEN_NAME, TEXT -> column.profile().meanWords() >= 1.5;
            default -> false;
        };
    }

    private boolean holdsBoth(int column, int given, int family) {
        int rows = 0;
        int holding = 0;
        for (SampledRecords.Row row : records.rows()
                .subList(0, Math.min(ROWS_LOOKED_AT, records.rows().size()))) {
            String whole = row.cells()[column];
            if (!whole.isEmpty() && !row.cells()[given].isEmpty() && !row.cells()[family].isEmpty()) {
                rows++;
                List<String> words = FoldedText.words(whole);
                holding += shareWord(words, row.cells()[given]) && shareWord(words, row.cells()[family]) ? 1 : 0;
            }
        }
        return holding >= MOST_ROWS * rows && rows > 0;
    }

    private static boolean shareWord(List<String> words, String value) {
        return FoldedText.words(value).stream().anyMatch(words::contains);
    }

    private Optional<Integer> firstOf(ColumnRole role) {
        return IntStream.range(0, columns.size())
                .filter(column -> isUsed(column, role))
                .boxed()
                .min(Comparator.comparing((Integer column) ->
                                columns.get(column).profile().meanWords() >= 1.5)
                        .thenComparing(column -> column));
    }

    private boolean isUsed(int column, ColumnRole role) {
        return columns.get(column).isUsed() && columns.get(column).role() == role;
    }

    private void replace(int position, ProposedColumn column) {
        columns.set(position, column);
    }
}
