package io.goldsmith.matching.cluster;

import io.goldsmith.matching.MatchingException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes clusters of rows from scored pairs, component by component: must-links come first; then pairs at or above the automatic threshold
 * by falling weight, ties by row, each joining two clusters unless a constraint forbids it. Components are worked on side by side, and
 * none looks at another, so that neither threads nor unrelated records change anything. For one clustering.
 */
public final class Clusterer {

    private static final int PAIRS_PER_TASK = 1 << 14;

    private final ScoredPairs pairs;
    private final MatchComponents components;
    private final GrowingClusters clusters;
    private final List<Constraint> constraints;
    private final AtomicInteger next = new AtomicInteger();

    private Clusterer(ScoredPairs pairs, int automatic, List<LinkDecision> decisions, ClusterConstraints constraints) {
        int rows = constraints.table().size();
        this.pairs = pairs;
        this.components = MatchComponents.of(rows, pairs, automatic, decisions);
        this.clusters = new GrowingClusters(rows);
        this.constraints = constraints.all();
    }

    /**
     * The clusters.
     *
     * @param pairs the scored pairs
     * @param automatic the weight of the automatic threshold
     * @param decisions what people decided; must-links outrank every constraint but a cannot-link
     * @param constraints what may not be joined
     * @param threads how many threads work, at least 1; the outcome is the same
     * @throws MatchingException if the calling thread was interrupted
     */
    public static Clustering cluster(
            ScoredPairs pairs,
            int automatic,
            List<LinkDecision> decisions,
            ClusterConstraints constraints,
            int threads) {
        return new Clusterer(pairs, automatic, decisions, constraints).cluster(threads);
    }

    private Clustering cluster(int threads) {
        int[] tasks = tasks();
        int workers = Math.max(1, Math.min(threads, tasks.length - 1));
        List<CutPair> cuts = new ArrayList<>();
        if (workers == 1) {
            cuts.addAll(work(tasks));
        } else {
            sideBySide(workers, () -> work(tasks)).forEach(cuts::addAll);
        }
        int[] roots = clusters.roots();
        // A pair may be cut when its turn comes, and lighter pairs join the two clusters in the end.
        cuts.removeIf(cut -> roots[cut.left()] == roots[cut.right()]);
        return new Clustering(roots, clusters.links(), cuts);
    }

    /** The first component of each task, and one past the last. */
    private int[] tasks() {
        List<Integer> firsts = new ArrayList<>(List.of(0));
        for (int component = 1; component < components.count(); component++) {
            if (components.start(component) - components.start(firsts.get(firsts.size() - 1)) >= PAIRS_PER_TASK) {
                firsts.add(component);
            }
        }
        firsts.add(components.count());
        return firsts.stream().mapToInt(Integer::intValue).toArray();
    }

    private static List<List<CutPair>> sideBySide(int workers, Callable<List<CutPair>> work) {
        ExecutorService executor = Executors.newFixedThreadPool(workers);
        try {
            List<Future<List<CutPair>>> running = new ArrayList<>();
            for (int worker = 0; worker < workers; worker++) {
                running.add(executor.submit(work));
            }
            List<List<CutPair>> found = new ArrayList<>();
            for (Future<List<CutPair>> worker : running) {
                found.add(worker.get());
            }
            return found;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new MatchingException(
                    "Clustering was interrupted; nothing was kept of it, run it again.", interrupted);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException asItWas) {
                throw asItWas;
            }
            throw new MatchingException(
                    "Clustering failed: " + failed.getCause().getMessage(), failed.getCause());
        } finally {
            executor.shutdownNow();
        }
    }

    private List<CutPair> work(int[] tasks) {
        Joining joining = new Joining(clusters, constraints);
        List<CutPair> cuts = new ArrayList<>();
        int task = next.getAndIncrement();
        while (task < tasks.length - 1 && !Thread.currentThread().isInterrupted()) {
            for (int component = tasks[task]; component < tasks[task + 1]; component++) {
                cluster(component, joining, cuts);
            }
            task = next.getAndIncrement();
        }
        return cuts;
    }

    private void cluster(int component, Joining joining, List<CutPair> cuts) {
        joining.decided(components.decisions(component));
        components.sort(component);
        int end = components.start(component + 1);
        for (int position = components.start(component); position < end; position++) {
            int pair = components.pair(position);
            int left = pairs.left(pair);
            int right = pairs.right(pair);
            int weight = pairs.weight(pair);
            joining.matched(left, right, weight)
                    .ifPresent(reason -> cuts.add(new CutPair(left, right, weight, reason)));
        }
    }
}
