package io.goldsmith.matching.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Joins the clusters of some components, as decisions and pairs say and constraints allow. For one thread. */
final class Joining {

    private final GrowingClusters clusters;
    private final CannotLinks cannotLinks = new CannotLinks();
    private final List<Constraint> constraints = new ArrayList<>(List.of(cannotLinks));

    Joining(GrowingClusters clusters, List<Constraint> constraints) {
        this.clusters = clusters;
        constraints.forEach(constraint -> this.constraints.add(constraint.forThread()));
    }

    /** Takes what people decided within a component, before any of its pairs. */
    void decided(List<LinkDecision> decisions) {
        for (LinkDecision decision : decisions) {
            int left = clusters.root(decision.left());
            int right = clusters.root(decision.right());
            if (decision.linked() && left != right) {
                join(left, right, GrowingClusters.NO_LINK);
            }
        }
        for (LinkDecision decision : decisions) {
            if (!decision.linked()) {
                cannotLinks.part(clusters.root(decision.left()), decision.right());
                cannotLinks.part(clusters.root(decision.right()), decision.left());
            }
        }
    }

    /** Joins the clusters of a pair's rows, or says why not. */
    Optional<CutReason> matched(int one, int other, int weight) {
        int left = clusters.root(one);
        int right = clusters.root(other);
        if (left == right) {
            return Optional.empty();
        }
        for (Constraint constraint : constraints) {
            if (!constraint.allows(clusters, left, right, weight)) {
                return Optional.of(constraint.reason());
            }
        }
        join(left, right, weight);
        return Optional.empty();
    }

    private void join(int left, int right, int weight) {
        int absorbed = clusters.join(left, right, weight);
        for (Constraint constraint : constraints) {
            constraint.joined(Math.min(left, right), absorbed);
        }
    }
}
