package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.store.Documents;

/**
 * A standard form as it is stored.
 *
 * @param values a document
 * @param problems a document
 */
record StandardText(String values, String problems) {

    static final String NO_PROBLEMS = "[]";

    static StandardText of(StandardForm form) {
        return new StandardText(
                Documents.write(form.values()),
                form.problems().isEmpty() ? NO_PROBLEMS : Documents.write((Object) form.problems()));
    }
}
