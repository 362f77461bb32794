package io.goldsmith.samples.generate;

import java.util.Map;

/** A customer as one of the three systems has it, in that system's own columns and with its faults. */
public sealed interface SourceRecord permits CrmContact, CrmAccount, ErpClient, AccountingCustomer {

    /** The system that owns the record: {@code crm}, {@code erp} or {@code accounting}. */
    String source();

    /** The record's key in its system. */
    String key();

    /** {@code system:key}, as in the flat file and in the truth. */
    default String qualifiedKey() {
        return source() + ":" + key();
    }

    /** The values under the attribute names of the shipped customer model, several values joined by {@code |}; unknown ones are absent. */
    Map<String, String> attributes();
}
