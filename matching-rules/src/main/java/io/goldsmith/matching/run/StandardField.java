package io.goldsmith.matching.run;

import io.goldsmith.matching.record.CodedValues;
import java.util.List;

/**
 * What standardising one field of a file came to.
 *
 * @param values the standard values
 * @param refusals why values of it were left out
 */
record StandardField(CodedValues values, List<String> refusals) {

    /** A field that holds nothing. */
    static final StandardField MISSING = new StandardField(CodedValues.MISSING, List.of());
}
