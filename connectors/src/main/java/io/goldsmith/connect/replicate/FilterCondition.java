package io.goldsmith.connect.replicate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * What of the ledger's rows a filter means, as SQL.
 *
 * @param sql a condition of constants and question marks
 * @param parameters what the question marks stand for
 */
record FilterCondition(String sql, List<Object> parameters) {

    static FilterCondition of(String target, DeliveryFilter filter) {
        StringBuilder sql = new StringBuilder("target = ?");
        List<Object> parameters = new ArrayList<>(List.of(target));
        if (!filter.states().isEmpty()) {
            sql.append(" and state in (")
                    .append(String.join(
                            ", ", Collections.nCopies(filter.states().size(), "?")))
                    .append(')');
            filter.states().forEach(state -> parameters.add(state.name()));
        }
        filter.id().ifPresent(id -> {
            sql.append(" and id = ?");
            parameters.add(id);
        });
        filter.goldenId().ifPresent(golden -> {
            sql.append(" and golden_id = ?");
            parameters.add(golden.value());
        });
        filter.reason().ifPresent(text -> {
            sql.append(" and position(? in lower(reason)) > 0");
            parameters.add(text.toLowerCase(Locale.ROOT));
        });
        filter.since().ifPresent(since -> {
            sql.append(" and changed_at >= ?");
            parameters.add(since);
        });
        return new FilterCondition(sql.toString(), parameters);
    }

    /** The parameters with others around them. */
    Object[] between(List<Object> before, List<Object> after) {
        List<Object> all = new ArrayList<>(before);
        all.addAll(parameters);
        all.addAll(after);
        return all.toArray();
    }
}
