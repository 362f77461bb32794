package io.goldsmith.connect.replicate;

import io.goldsmith.connect.mapping.RecordMapping;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.matching.run.Matching;
import io.goldsmith.mdm.golden.GoldenRecord;
import io.goldsmith.mdm.golden.Member;
import io.goldsmith.mdm.model.Attribute;
import io.goldsmith.mdm.model.EntityModel;
import io.goldsmith.mdm.source.WrittenValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Compares a record of a target with its golden record. They differ in an attribute when the standard values differ, so that mere spelling sends nothing; of a
 * multi-valued attribute, when the target lacks a value altogether or has one that the golden record has not. A group moves as one. What the golden record does
 * not know is left alone.
 */
final class GoldenState {

    /** Replication is operations: only values whose source may serve it go out. */
    static final String PURPOSE = "operations";

    private final Matching matching;
    private final RecordMapping mapping;
    private final List<Attribute> attributes;
    private final Origins origins;

    /** @param attributes the attributes that the target gets */
    GoldenState(EntityModel model, Matching matching, RecordMapping mapping, List<String> attributes) {
        this.matching = matching;
        this.mapping = mapping;
        this.attributes = attributes.stream()
                .map(name -> model.attribute(name).orElseThrow())
                .toList();
        this.origins = new Origins(model, PURPOSE);
    }

    /** The attributes that the target gets. */
    Set<String> attributes() {
        return attributes.stream().map(Attribute::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What has to be written into the target's record; empty if it is as the golden record is. */
    Optional<TargetUpdate> update(GoldenRecord golden, Member record) {
        return update(golden, record, Set.of());
    }

    /**
     * The same with attributes that are written whatever was landed, as far as the golden record knows them: reconciliation found that
     * the target has others.
     */
    Optional<TargetUpdate> update(GoldenRecord golden, Member record, Set<String> rewritten) {
        AttributeValues allowed = golden.forPurpose(PURPOSE);
        Set<String> different = different(allowed, record);
        boolean rewrites = false;
        for (Attribute attribute : attributes) {
            if (rewritten.contains(attribute.name()) && allowed.isKnown(attribute.name())) {
                different.add(attribute.name());
                rewrites = true;
            }
        }
        return update(golden, record, different, rewrites);
    }

    /** What has to be written of some attributes; empty if the record has them as the golden record has. */
    Optional<TargetUpdate> part(GoldenRecord golden, Member record, Collection<String> only) {
        Set<String> different = different(golden.forPurpose(PURPOSE), record);
        different.retainAll(only);
        return update(golden, record, different, false);
    }

    /**
     * What stands in a new record of a golden record; empty if it knows nothing that the target gets.
     *
     * @param with what else stands there, by column
     */
    Optional<TargetUpdate> creation(GoldenRecord golden, RecordId placeholder, Map<String, String> with) {
        AttributeValues allowed = golden.forPurpose(PURPOSE);
        Set<String> known = new LinkedHashSet<>();
        attributes.stream().map(Attribute::name).filter(allowed::isKnown).forEach(known::add);
        AttributeValues none = AttributeValues.none();
        Member nobody = new Member(placeholder, 0, Instant.EPOCH, none, none, "", Optional.empty());
        return update(golden, nobody, known, true).map(update -> update.with(with));
    }

    /** A new record as it will be read again, as far as that is known from what was written. */
    AttributeValues landing(TargetUpdate creation) {
        return mapping.read(creation.columns());
    }

    private Optional<TargetUpdate> update(
            GoldenRecord golden, Member record, Set<String> different, boolean evenIfLandedSo) {
        if (different.isEmpty()) {
            return Optional.empty();
        }
        AttributeValues allowed = golden.forPurpose(PURPOSE);
        SortedMap<String, String> columns = mapping.write(merged(record, different, allowed::all), different);
        SortedMap<String, String> before = mapping.write(record.raw(), different);
        if (columns.isEmpty() || !evenIfLandedSo && columns.equals(before)) {
            return Optional.empty();
        }
        return Optional.of(new TargetUpdate(
                golden,
                record,
                columns,
                different,
                written(golden, allowed, record, different, columns),
                digests(
                        record.record(),
                        different,
                        merged(record, different, attribute -> mapping.written(attribute, columns))),
                RoleChange.NONE));
    }

    /**
     * The columns in which a record differs from what the hub would write now, with the text of both; those that differ in mere spelling,
     * and are written because their group moves as one, are left out.
     */
    SortedMap<String, Difference> differences(TargetUpdate update) {
        AttributeValues allowed = update.golden().forPurpose(PURPOSE);
        AttributeValues standard = matching.standardise(allowed).values();
        Set<String> differing = new LinkedHashSet<>();
        for (Attribute attribute : attributes) {
            if (allowed.isKnown(attribute.name()) && differs(attribute, allowed, standard, update.record())) {
                differing.add(attribute.name());
            }
        }
        SortedMap<String, String> has = mapping.write(update.record().raw(), differing);
        SortedMap<String, Difference> differences = new TreeMap<>();
        mapping.write(merged(update.record(), differing, allowed::all), differing)
                .forEach((column, hub) -> {
                    String there = has.getOrDefault(column, "");
                    if (!there.equals(hub)) {
                        differences.put(column, new Difference(there, hub));
                    }
                });
        return differences;
    }

    /** A record as a target has it now, in the place of what was landed of it. */
    Member now(Member landed, AttributeValues raw) {
        return new Member(
                landed.record(),
                landed.version(),
                landed.sourceTimestamp(),
                raw,
                matching.standardise(raw).values(),
                landed.origin(),
                landed.weight());
    }

    /**
     * The digests of attributes of a record: of their standard values, so that mere spelling is no change; of the raw ones where there
     * are none.
     */
    FieldDigests digests(RecordId record, Collection<String> of, AttributeValues raw) {
        AttributeValues standard = matching.standardise(raw).values();
        Map<String, String> digests = new HashMap<>();
        for (String attribute : of) {
            List<String> values = standard.all(attribute);
            digests.put(
                    attribute, FieldDigests.digest(record, attribute, values.isEmpty() ? raw.all(attribute) : values));
        }
        return FieldDigests.of(digests);
    }

    /** The attributes that move with one, itself among them. */
    Set<String> together(String attribute) {
        Optional<String> group = attributes.stream()
                .filter(one -> one.name().equals(attribute))
                .findFirst()
                .flatMap(Attribute::group);
        Set<String> together = new LinkedHashSet<>(List.of(attribute));
        group.ifPresent(of -> attributes.stream()
                .filter(other -> other.group().filter(of::equals).isPresent())
                .forEach(other -> together.add(other.name())));
        return together;
    }

    private Set<String> different(AttributeValues allowed, Member record) {
        AttributeValues standard = matching.standardise(allowed).values();
        Set<String> different = new LinkedHashSet<>();
        for (Attribute attribute : attributes) {
            if (allowed.isKnown(attribute.name()) && differs(attribute, allowed, standard, record)) {
                different.addAll(together(attribute.name()));
            }
        }
        return different;
    }

    private static boolean differs(
            Attribute attribute, AttributeValues allowed, AttributeValues standard, Member record) {
        String name = attribute.name();
        List<String> has = record.standard().all(name);
        List<String> wanted = standard.all(name);
        if (attribute.definition().multiValued()) {
            return !wanted.isEmpty() && (has.isEmpty() || !wanted.containsAll(has));
        }
        if (wanted.isEmpty() && has.isEmpty()) {
            // Neither has a standard form: as far as anyone can tell they are the same, unless the golden value is
            // shown otherwise.
            return !allowed.all(name).equals(record.raw().all(name))
                    && !allowed.all(name).isEmpty();
        }
        return !wanted.equals(has);
    }

    private static AttributeValues merged(Member record, Set<String> different, Function<String, List<String>> values) {
        Map<String, List<String>> merged = new HashMap<>(record.raw().asMap());
        different.forEach(attribute -> merged.put(attribute, values.apply(attribute)));
        return AttributeValues.of(merged);
    }

    private List<WrittenValue> written(
            GoldenRecord golden,
            AttributeValues allowed,
            Member record,
            Set<String> different,
            SortedMap<String, String> columns) {
        List<WrittenValue> written = new ArrayList<>();
        for (String attribute : different) {
            List<String> values = mapping.written(attribute, columns);
            origins.of(golden, attribute, allowed.all(attribute))
                    .filter(origin -> !origin.record().equals(record.record()))
                    .ifPresent(origin -> written.add(new WrittenValue(
                            record.record(), attribute, values, origin.record(), origin.version(), origin.asOf())));
        }
        return written;
    }
}
