package io.goldsmith.samples.landscape;

import java.util.List;
import java.util.Objects;

/**
 * A line of the ERP's journal. Each piece of work has two: one with what was decided, written before anybody hears of it, and one
 * that says that all files about it are out.
 *
 * @param number of the piece of work, from 1; also the number of its file in the outbox
 * @param finished whether this is the second line, which has nothing else
 * @param importFile the import file's name, empty for the first delivery and for a change by the ERP's own user
 * @param answers what becomes of each message of the import file
 * @param changed the clients' new states in the order of the changes, a client several times if it changed several times
 */
record ErpEntry(long number, boolean finished, String importFile, List<ErpAnswer> answers, List<ErpClientRow> changed) {

    ErpEntry {
        importFile = Objects.requireNonNullElse(importFile, "");
        answers = List.copyOf(answers);
        changed = List.copyOf(changed);
    }

    static ErpEntry finished(long number) {
        return new ErpEntry(number, true, "", List.of(), List.of());
    }

    boolean isFirstDelivery() {
        return number == 1;
    }
}
