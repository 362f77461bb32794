package io.goldsmith.mdm.reference;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Map;

/**
 * The {@code verification} section: what is verified against reference data.
 *
 * @param subjects by attribute, or by group for attributes that move as one
 */
public record VerificationSettings(Map<String, SubjectSettings> subjects) {

    /** Of the section itself, whose keys are names. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public VerificationSettings {
        subjects = Map.copyOf(subjects);
    }

    /**
     * How one of them counts.
     *
     * @param gain by how much a verified value is believed more, 0 to 100; 20 if not given
     * @param useCorrected whether a corrected value takes the place of what the source has; no if not given
     */
    public record SubjectSettings(Integer gain, Boolean useCorrected) {

        private static final int DEFAULT_GAIN = 20;

        public SubjectSettings {
            gain = gain == null ? Integer.valueOf(DEFAULT_GAIN) : gain;
            useCorrected = useCorrected != null && useCorrected;
        }
    }
}
