package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.mdm.store.Documents;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Adds up what publishing clusters would do, without doing it. Not thread-safe. */
final class EffectMeasure {

    /** How many examples of each kind are kept. */
    static final int SAMPLES = 100;

    private final long customers;
    private long created;
    private long merged;
    private long split;
    private long retired;
    private long changed;
    private final TreeMap<String, Long> changedAttributes = new TreeMap<>();
    private final List<PublicationEffect.Merge> merges = new ArrayList<>();
    private final List<Long> splits = new ArrayList<>();
    private final List<Long> retirements = new ArrayList<>();
    private final List<PublicationEffect.Change> changes = new ArrayList<>();

    /**
     * @param customers how many active golden records there are
     */
    EffectMeasure(long customers) {
        this.customers = customers;
    }

    /**
     * Adds clusters that would be published together.
     *
     * @param clusters sorted by their smallest record id
     * @param current what is stored of their records and of the departed ones
     */
    void add(List<EvaluatedCluster> clusters, CurrentResults current) {
        List<List<Long>> records =
                clusters.stream().map(EvaluatedCluster::recordIds).toList();
        IdAssignment ids = IdAssignment.of(records, current.goldenOf(), current.createdAt());
        Set<Long> losing = new TreeSet<>();
        for (int position = 0; position < clusters.size(); position++) {
            if (ids.kept().get(position).isEmpty()) {
                created++;
                losing.addAll(formerIds(records.get(position), current));
            }
        }
        losing.removeAll(ids.redirects().keySet());
        losing.removeAll(ids.retired());
        losing.forEach(id -> {
            split++;
            sample(splits, id);
        });
        ids.redirects().forEach((id, position) -> {
            merged++;
            sample(
                    merges,
                    new PublicationEffect.Merge(id, ids.kept().get(position).orElse(0)));
        });
        ids.retired().forEach(id -> {
            retired++;
            sample(retirements, id);
        });
        for (int position = 0; position < clusters.size(); position++) {
            if (ids.kept().get(position).isPresent()) {
                long id = ids.kept().get(position).getAsLong();
                compare(id, current.golden().get(id), clusters.get(position), losing.contains(id));
            }
        }
    }

    private static Set<Long> formerIds(Collection<Long> records, CurrentResults current) {
        Set<Long> former = new HashSet<>();
        for (Long record : records) {
            CurrentResults.Reference reference = current.references().get(record);
            if (reference != null && current.golden().containsKey(reference.goldenId())) {
                former.add(reference.goldenId());
            }
        }
        return former;
    }

    private void compare(long id, CurrentResults.Golden before, EvaluatedCluster after, boolean isSplit) {
        if (before.shows(after)) {
            return;
        }
        List<String> attributes = before.attributes().equals(after.attributes())
                ? List.of()
                : differing(Documents.values(before.attributes()), Documents.values(after.attributes()));
        attributes.forEach(attribute -> changedAttributes.merge(attribute, 1L, Long::sum));
        if (!isSplit) {
            changed++;
            sample(changes, new PublicationEffect.Change(id, attributes));
        }
    }

    private static List<String> differing(AttributeValues before, AttributeValues after) {
        Set<String> names = new TreeSet<>(before.asMap().keySet());
        names.addAll(after.asMap().keySet());
        return names.stream()
                .filter(name -> !before.asMap()
                        .getOrDefault(name, List.of())
                        .equals(after.asMap().getOrDefault(name, List.of())))
                .toList();
    }

    private static <S> void sample(List<S> samples, S sample) {
        if (samples.size() < SAMPLES) {
            samples.add(sample);
        }
    }

    PublicationEffect effect() {
        return new PublicationEffect(
                customers,
                created,
                merged,
                split,
                retired,
                changed,
                changedAttributes,
                merges,
                splits,
                retirements,
                changes);
    }
}
