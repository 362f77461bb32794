package io.goldsmith.connect.replicate;

import io.goldsmith.connect.mapping.RecordMapping;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.run.Matching;
import io.goldsmith.mdm.golden.GoldenRecord;
import io.goldsmith.mdm.golden.Member;
import io.goldsmith.mdm.model.Attribute;
import io.goldsmith.mdm.model.EntityModel;
import io.goldsmith.mdm.source.WrittenValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

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

    /** What has to be written into the target's record; empty if it is as the golden record is. */
    Optional<TargetUpdate> update(GoldenRecord golden, Member record) {
        AttributeValues allowed = golden.forPurpose(PURPOSE);
        Set<String> different = different(allowed, record);
        if (different.isEmpty()) {
            return Optional.empty();
        }
        SortedMap<String, String> columns = mapping.write(merged(allowed, record, different), different);
        SortedMap<String, String> before = mapping.write(record.raw(), different);
        if (columns.isEmpty() || columns.equals(before)) {
            return Optional.empty();
        }
        return Optional.of(
                new TargetUpdate(golden, record, columns, written(golden, allowed, record, different, columns)));
    }

    private Set<String> different(AttributeValues allowed, Member record) {
        AttributeValues standard = matching.standardise(allowed).values();
        Set<String> different = new LinkedHashSet<>();
        for (Attribute attribute : attributes) {
            if (allowed.isKnown(attribute.name()) && differs(attribute, allowed, standard, record)) {
                different.add(attribute.name());
                attribute
                        .group()
                        .ifPresent(group -> attributes.stream()
                                .filter(other ->
                                        other.group().filter(group::equals).isPresent())
                                .forEach(other -> different.add(other.name())));
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

    private static AttributeValues merged(AttributeValues allowed, Member record, Set<String> different) {
        Map<String, List<String>> merged = new HashMap<>(record.raw().asMap());
        different.forEach(attribute -> merged.put(attribute, allowed.all(attribute)));
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
