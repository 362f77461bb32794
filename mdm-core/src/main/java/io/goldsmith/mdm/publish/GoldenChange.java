package io.goldsmith.mdm.publish;

import io.goldsmith.mdm.golden.GoldenVersion;
import java.util.Optional;

/**
 * A change event with the golden record before and after.
 *
 * @param before empty if the golden record was created
 * @param after of a merged or retired one without values
 */
public record GoldenChange(ChangeEvent event, Optional<GoldenVersion> before, GoldenVersion after) {}
