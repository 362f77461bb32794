package io.goldsmith.matching.model;

import java.util.List;
import java.util.Objects;

/**
 * What a training tells of itself: whether it came to an end, and which parts of the configuration it found nothing for. Holds names of
 * comparisons and levels, never values of records.
 *
 * @param convergence how expectation maximisation ended
 * @param pairs what it looked at
 * @param comparisons each comparison, in the order of the settings
 * @param dependences comparisons that agree together more than independence has it, the strongest first
 */
public record TrainingDiagnostics(
        Convergence convergence,
        PairsLookedAt pairs,
        List<ComparisonDiagnostics> comparisons,
        List<DependentComparisons> dependences) {

    /**
     * A comparison with less information of a match, in bits, carries nothing: on average it changes the odds that a pair is one customer
     * by less than a fourteenth.
     */
    public static final double LEAST_BITS = 0.1;

    public TrainingDiagnostics {
        Objects.requireNonNull(convergence, "convergence");
        Objects.requireNonNull(pairs, "pairs");
        comparisons = List.copyOf(comparisons);
        dependences = List.copyOf(dependences);
    }

    /**
     * How expectation maximisation ended.
     *
     * @param converged whether no probability changed any more; otherwise it was stopped
     * @param iterations how many iterations it took
     * @param lastChange by how much the last of them changed the probability that it changed most, from 0 to 1
     */
    public record Convergence(boolean converged, int iterations, double lastChange) {}

    /**
     * The pairs that training looked at.
     *
     * @param random random pairs, which show u
     * @param candidates candidate pairs, which show m and the prior
     * @param eachCandidateStandsFor how many candidate pairs each of those stands for, at least 1
     * @param expectedMatches how many of the candidate pairs looked at are expected to match
     */
    public record PairsLookedAt(long random, long candidates, long eachCandidateStandsFor, double expectedMatches) {}

    /**
     * What was seen of one comparison.
     *
     * @param comparison its name
     * @param bits what it tells of a match: the sum over its levels of m·log2(m/u), the relative entropy of Kullback and Leibler ("On
     *     information and sufficiency", 1951), in bits, without the adjustment for how common a value is
     * @param filled the share of candidate pairs where both records have a value, from 0 to 1
     * @param unseenInRandomPairs levels that no random pair showed: their u stands for half a pair, it is a guess
     * @param unseenInMatches levels that not even half an expected match showed: their m is where training started
     */
    public record ComparisonDiagnostics(
            String comparison,
            double bits,
            double filled,
            List<String> unseenInRandomPairs,
            List<String> unseenInMatches) {

        public ComparisonDiagnostics {
            unseenInRandomPairs = List.copyOf(unseenInRandomPairs);
            unseenInMatches = List.copyOf(unseenInMatches);
        }

        /** Whether it decides nothing: it tells less than {@link TrainingDiagnostics#LEAST_BITS}, or no pair has both values. */
        public boolean carriesNothing() {
            return filled == 0 || bits < LEAST_BITS;
        }
    }

    /**
     * Two comparisons that agree together more often than if they were independent, as scoring takes them to be: the same evidence is
     * counted twice.
     *
     * @param comparison the one that tells less by itself
     * @param other the other
     * @param among the pairs it shows in
     * @param share how much of what the one tells the other tells already, from 0 to 1: their mutual information over the smaller of their
     *     entropies, an uncertainty coefficient (Theil, "On the estimation of relationships involving qualitative variables", 1970)
     */
    public record DependentComparisons(String comparison, String other, Among among, double share) {}

    /** The pairs that a dependence shows in; each pair counts by how likely it is of the kind. */
    public enum Among {
        /** Candidate pairs that match. */
        MATCHES,
        /** Random pairs that have nothing to do with each other. */
        STRANGERS;

        /** The word for them. */
        public String word() {
            return this == MATCHES ? "matches" : "strangers";
        }
    }

    TrainingDiagnostics with(List<ComparisonDiagnostics> others) {
        return new TrainingDiagnostics(convergence, pairs, others, dependences);
    }

    /** What is wrong and what to do about it, the gravest first, a sentence or two each; empty if nothing is. */
    public List<String> warnings() {
        return new TrainingWarnings(this).texts();
    }
}
