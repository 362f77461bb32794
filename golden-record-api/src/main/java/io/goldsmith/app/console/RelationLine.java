package io.goldsmith.app.console;

import io.goldsmith.mdm.golden.GoldenRecords;
import io.goldsmith.mdm.golden.RelatedGoldenRecord;
import io.goldsmith.mdm.model.EntityModel;

/**
 * A relation of a golden record, with the name at its other end.
 *
 * @param what for example {@code contact, buyer}
 * @param outgoing whether the relation starts at this golden record
 * @param other the golden id at the other end
 */
record RelationLine(String what, boolean outgoing, String other, CustomerName name) {

    static RelationLine of(EntityModel model, GoldenRecords records, RelatedGoldenRecord related) {
        CustomerName name = records.find(related.other())
                .map(golden -> CustomerName.of(model, golden.attributes()))
                .orElseGet(() -> new CustomerName("No longer there", false));
        String what = related.role().isEmpty() ? related.kind() : related.kind() + ", " + related.role();
        return new RelationLine(what, related.outgoing(), related.other().toString(), name);
    }
}
