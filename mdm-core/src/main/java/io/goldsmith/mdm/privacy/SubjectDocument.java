package io.goldsmith.mdm.privacy;

import java.time.Instant;
import java.util.Map;

/** A form in which what the hub has of a person is handed out, written entry by entry so that nothing of it is held. */
sealed interface SubjectDocument permits SubjectJson, SubjectPage {

    void begin(String goldenId, Instant exportedAt);

    /** Begins a section; the one before it is over. */
    void section(String name);

    /**
     * Adds an entry to the section.
     *
     * @param fields field to text, number, boolean, or a list or map of these; in their order
     */
    void entry(Map<String, ?> fields);

    void end();
}
