package io.goldsmith.mdm.quality;

import java.util.List;
import java.util.Optional;

/** What one validation rule tests. Immutable, thread-safe. */
interface RuleTest {

    /** The attributes that it looks at. */
    List<String> attributes();

    /** What is wrong with a record: what was expected and found, without the value; empty if nothing is. */
    Optional<String> reason(JudgedRecord record);

    /** Whether the record has what the test looks at; otherwise it can neither pass nor fail. */
    boolean appliesTo(JudgedRecord record);

    /** The answer of a test that failed or not. */
    static Optional<String> failed(boolean failed, String reason) {
        return failed ? Optional.of(reason) : Optional.empty();
    }
}
