package io.goldsmith.app.console;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.score.MatchWeight;
import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.golden.GoldenRecord;
import io.goldsmith.mdm.golden.GoldenRecords;
import io.goldsmith.mdm.model.EntityModel;
import io.goldsmith.mdm.stewardship.Task;
import java.util.Optional;

/**
 * A task in the queue, with the names of its customers.
 *
 * @param other the second customer of a possible duplicate
 * @param probability the match probability of its strongest pair
 */
record TaskLine(Task task, CustomerName name, Optional<CustomerName> other, Optional<Double> probability) {

    static TaskLine of(EntityModel model, GoldenRecords records, Task task) {
        return new TaskLine(
                task,
                name(model, records, task.goldenId()),
                task.other().map(id -> name(model, records, id)),
                task.weight().map(MatchWeight::toProbability));
    }

    private static CustomerName name(EntityModel model, GoldenRecords records, GoldenId id) {
        return CustomerName.of(
                model, records.find(id).map(GoldenRecord::attributes).orElseGet(AttributeValues::none));
    }
}
