package io.goldsmith.connect.replicate;

/**
 * How a column of a target's record differs from what the hub would write into it now. Both are values of a person: they leave the hub
 * only for a person who asks for them.
 *
 * @param there the text in the target, empty if it has none
 * @param hub the text that the hub would write, empty to empty the column
 */
public record Difference(String there, String hub) {

    /** That there is a difference: values are personal data. */
    @Override
    public String toString() {
        return "Difference";
    }
}
