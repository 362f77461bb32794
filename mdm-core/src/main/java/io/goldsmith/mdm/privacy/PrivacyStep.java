package io.goldsmith.mdm.privacy;

import java.time.Instant;

/**
 * One step of the audit.
 *
 * @param step what was done, for example {@code verified} or {@code told erp}; never a value of a person
 */
public record PrivacyStep(String step, String madeBy, Instant madeAt) {}
