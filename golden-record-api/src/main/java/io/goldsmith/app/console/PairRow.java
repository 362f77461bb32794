package io.goldsmith.app.console;

import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.mdm.golden.GoldenRecord;
import io.goldsmith.mdm.model.EntityModel;
import java.util.Comparator;
import java.util.List;

/** One attribute of two golden records side by side, cut where they differ. */
record PairRow(String attribute, List<TextDifference> left, List<TextDifference> right, Likeness likeness) {

    /** How the two sides stand to each other. */
    enum Likeness {
        SAME,
        DIFFERENT,
        /** One side knows nothing, which speaks neither for nor against. */
        ONE_SIDED
    }

    /** The attributes that a side knows, in the order of the model. */
    static List<PairRow> of(EntityModel model, GoldenRecord left, GoldenRecord right) {
        return model.attributes().stream()
                .map(attribute -> of(attribute.definition(), left.attributes(), right.attributes()))
                .filter(row -> !row.left().isEmpty() || !row.right().isEmpty())
                .toList();
    }

    private static PairRow of(AttributeDefinition definition, AttributeValues left, AttributeValues right) {
        String attribute = definition.name();
        List<String> here = left.all(attribute);
        List<String> there = right.all(attribute);
        if (here.isEmpty() || there.isEmpty()) {
            return new PairRow(attribute, plain(here), plain(there), Likeness.ONE_SIDED);
        }
        // Of several phones or e-mails, one in common is agreement, however many others there are.
        if (definition.multiValued() && here.stream().anyMatch(there::contains)) {
            return new PairRow(
                    attribute, plain(sharedFirst(here, there)), plain(sharedFirst(there, here)), Likeness.SAME);
        }
        List<TextDifference> cutHere = TextDifference.of(here, there);
        List<TextDifference> cutThere = TextDifference.of(there, here);
        boolean same =
                cutHere.stream().allMatch(PairRow::isPlain) && cutThere.stream().allMatch(PairRow::isPlain);
        return new PairRow(attribute, cutHere, cutThere, same ? Likeness.SAME : Likeness.DIFFERENT);
    }

    private static List<String> sharedFirst(List<String> values, List<String> others) {
        return values.stream()
                .sorted(Comparator.comparing(value -> !others.contains(value)))
                .toList();
    }

    private static List<TextDifference> plain(List<String> texts) {
        return texts.stream().map(text -> new TextDifference(text, "", "")).toList();
    }

    private static boolean isPlain(TextDifference cut) {
        return cut.different().isEmpty();
    }

    public boolean isSame() {
        return likeness == Likeness.SAME;
    }

    public boolean isDifferent() {
        return likeness == Likeness.DIFFERENT;
    }
}
