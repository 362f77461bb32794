package io.goldsmith.app.console;

import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.matching.survive.Provenance;
import io.goldsmith.mdm.golden.GoldenRecord;
import io.goldsmith.mdm.golden.Member;
import io.goldsmith.mdm.model.Attribute;
import io.goldsmith.mdm.model.EntityModel;
import java.util.List;
import java.util.Optional;

/**
 * The source records of a golden record side by side.
 *
 * @param members the columns, at most {@value #MOST_COLUMNS}
 * @param rows one per attribute that some source record knows
 * @param left how many source records are not shown
 */
record MemberTable(List<Member> members, List<Row> rows, int left) {

    static final int MOST_COLUMNS = 20;

    /** One attribute: the golden values and each source record's. */
    record Row(String attribute, List<String> golden, List<Cell> cells) {}

    /** What one source record says. */
    record Cell(List<String> values, Agreement agreement) {

        public boolean differs() {
            return agreement == Agreement.DIFFERS;
        }

        public boolean emptied() {
            return agreement == Agreement.EMPTIED;
        }
    }

    /** How a source record's values stand to the golden ones. */
    enum Agreement {
        AGREES,
        DIFFERS,
        /** The source never said anything. */
        UNKNOWN,
        /** The source emptied it on purpose. */
        EMPTIED
    }

    static MemberTable of(EntityModel model, GoldenRecord golden, List<Member> all) {
        List<Member> members = all.subList(0, Math.min(all.size(), MOST_COLUMNS));
        List<Row> rows = model.attributes().stream()
                .filter(attribute ->
                        all.stream().anyMatch(member -> member.raw().isKnown(attribute.name())))
                .map(attribute -> row(attribute, golden, all, members))
                .toList();
        return new MemberTable(members, rows, all.size() - members.size());
    }

    private static Row row(Attribute attribute, GoldenRecord golden, List<Member> all, List<Member> shown) {
        Optional<Member> winner = Optional.ofNullable(
                        golden.provenance().get(attribute.group().orElse(attribute.name())))
                .map(Provenance::record)
                .flatMap(record -> member(all, record));
        return new Row(
                attribute.name(),
                golden.attributes().all(attribute.name()),
                shown.stream()
                        .map(member -> cell(attribute.definition(), winner, member))
                        .toList());
    }

    private static Optional<Member> member(List<Member> members, RecordId record) {
        return members.stream().filter(member -> member.record().equals(record)).findFirst();
    }

    private static Cell cell(AttributeDefinition attribute, Optional<Member> winner, Member member) {
        List<String> raw = member.raw().all(attribute.name());
        if (raw.isEmpty()) {
            return new Cell(raw, member.raw().isKnown(attribute.name()) ? Agreement.EMPTIED : Agreement.UNKNOWN);
        }
        // Several values of one attribute are gathered, so that another record's value is no disagreement.
        boolean agrees = attribute.multiValued()
                || winner.isEmpty()
                || compared(winner.get(), attribute.name()).equals(compared(member, attribute.name()));
        return new Cell(raw, agrees ? Agreement.AGREES : Agreement.DIFFERS);
    }

    /** The standard values; the raw ones where the value could not be standardised. */
    private static List<String> compared(Member member, String attribute) {
        List<String> standard = member.standard().all(attribute);
        return standard.isEmpty() ? member.raw().all(attribute) : standard;
    }
}
