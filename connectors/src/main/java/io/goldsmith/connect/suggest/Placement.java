package io.goldsmith.connect.suggest;

import io.goldsmith.matching.record.SemanticType;
import io.goldsmith.matching.suggest.ColumnRole;
import io.goldsmith.mdm.model.Attribute;
import io.goldsmith.mdm.model.EntityModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Places columns at the attributes that they fill: by what their values are, by their names, and by whether their codes mean what the
 * attribute permits. The best pair goes first, and each column is placed once.
 */
final class Placement {

    private static final double ENOUGH = 2;
    private static final double SAME_FORM = 1.5;
    private static final double NAME = 2;
    private static final double FEWEST_WORDS = 0.5;

    /** Values that have a form of their own are not taken for others. */
    private static final Set<ColumnRole> FORMS = Set.of(
            ColumnRole.EMAIL,
            ColumnRole.PHONE,
            ColumnRole.IBAN,
            ColumnRole.SIRET,
            ColumnRole.SIREN,
            ColumnRole.VAT,
            ColumnRole.DATE);

    private final EntityModel model;
    private final List<SurveyedColumn> columns;

    Placement(EntityModel model, List<SurveyedColumn> columns) {
        this.model = model;
        this.columns = columns;
    }

    private record Pair(Attribute attribute, SurveyedColumn column, double score) {}

    /** The columns of each attribute that has some, in the order of the model; several only where the attribute holds several values. */
    Map<Attribute, List<SurveyedColumn>> places() {
        List<Pair> pairs = new ArrayList<>();
        for (Attribute attribute : model.attributes()) {
            for (SurveyedColumn column : columns) {
                double score = column.isEmpty() ? 0 : score(attribute, column);
                if (score >= ENOUGH) {
                    pairs.add(new Pair(attribute, column, score));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble((Pair pair) -> -pair.score()));
        Map<Attribute, List<SurveyedColumn>> placed = new LinkedHashMap<>();
        Set<SurveyedColumn> taken = new HashSet<>();
        for (Pair pair : pairs) {
            List<SurveyedColumn> before = placed.getOrDefault(pair.attribute(), List.of());
            boolean mayStandBeside = before.isEmpty()
                    || pair.attribute().definition().multiValued()
                            && isSameForm(pair.attribute(), pair.column().role())
                            && before.stream()
                                    .noneMatch(other -> !other.separator().isEmpty() || other.isOfElements());
            if (mayStandBeside && taken.add(pair.column())) {
                placed.computeIfAbsent(pair.attribute(), attribute -> new ArrayList<>())
                        .add(pair.column());
            }
        }
        placed.values().forEach(several -> several.sort(Comparator.comparingInt(SurveyedColumn::position)));
        Map<Attribute, List<SurveyedColumn>> ordered = new LinkedHashMap<>();
        model.attributes().stream()
                .filter(placed::containsKey)
                .forEach(attribute -> ordered.put(attribute, placed.get(attribute)));
        return ordered;
    }

    private double score(Attribute attribute, SurveyedColumn column) {
        double words = column.similarity(attribute.name());
        double name = words >= FEWEST_WORDS ? NAME * words : 0;
        if (!attribute.values().isEmpty()) {
            int meanings = CodeMeanings.count(column, attribute.values());
            return meanings == 0 ? 0 : name + (meanings >= 2 && words >= FEWEST_WORDS ? 1 : 0);
        }
        boolean isSameForm = isSameForm(attribute, column.role());
        if (FORMS.contains(column.role()) && !isSameForm) {
            return words == 1 ? SAME_FORM : 0;
        }
        boolean tells = isSameForm && tells(attribute);
        return name + (tells ? SAME_FORM + (isTheOnlyOne(attribute) ? NAME * FEWEST_WORDS / 2 : 0) : 0);
    }

    private static boolean isSameForm(Attribute attribute, ColumnRole role) {
        boolean isDate =
                role == ColumnRole.WRITTEN_DATE && attribute.definition().type() == SemanticType.DATE;
        return isDate
                || role.type() == attribute.definition().type()
                        && role.part().equals(attribute.definition().part());
    }

    /** Whether values of the attribute's type are told from all others; texts, codes, numbers of any kind and days of anything are not. */
    private static boolean tells(Attribute attribute) {
        return switch (attribute.definition().type()) {
            case TEXT, CODE, DATE -> false;
            case IDENTIFIER -> !attribute.definition().part().isEmpty();
            default -> true;
        };
    }

    private boolean isTheOnlyOne(Attribute attribute) {
        return model.attributes().stream()
                        .filter(other -> other.definition().type()
                                        == attribute.definition().type()
                                && other.definition()
                                        .part()
                                        .equals(attribute.definition().part()))
                        .count()
                == 1;
    }
}
