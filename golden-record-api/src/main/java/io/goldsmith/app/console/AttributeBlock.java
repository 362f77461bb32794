package io.goldsmith.app.console;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.matching.survive.Provenance;
import io.goldsmith.mdm.golden.GoldenRecord;
import io.goldsmith.mdm.model.Attribute;
import io.goldsmith.mdm.model.EntityModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An attribute of a golden record, or a group of attributes that moves as one, with where its values come from.
 *
 * @param name the attribute or the group
 * @param lines its attributes that have a value, in the order of the model
 * @param provenance where the values come from
 * @param losers the candidates that lost, best first
 */
record AttributeBlock(String name, List<Line> lines, Optional<Provenance> provenance, List<Losing> losers) {

    /** The values of one attribute. */
    record Line(String attribute, List<String> values) {}

    /** What a source record would have said instead. */
    record Losing(RecordId record, int version, Instant asOf, List<Line> lines) {}

    /** The blocks of a golden record that have a value or a provenance, in the order of the model. */
    static List<AttributeBlock> of(EntityModel model, GoldenRecord golden) {
        Map<String, List<Attribute>> blocks = new LinkedHashMap<>();
        for (Attribute attribute : model.attributes()) {
            blocks.computeIfAbsent(attribute.group().orElse(attribute.name()), name -> new ArrayList<>())
                    .add(attribute);
        }
        return blocks.entrySet().stream()
                .map(block -> of(block.getKey(), block.getValue(), golden))
                .filter(block -> !block.lines().isEmpty() || !block.losers().isEmpty())
                .toList();
    }

    private static AttributeBlock of(String name, List<Attribute> attributes, GoldenRecord golden) {
        Optional<Provenance> provenance =
                Optional.ofNullable(golden.provenance().get(name));
        return new AttributeBlock(
                name,
                lines(attributes, golden.attributes().asMap()),
                provenance,
                provenance.map(Provenance::losers).orElse(List.of()).stream()
                        .map(loser -> new Losing(
                                loser.record(), loser.version(), loser.asOf(), lines(attributes, loser.values())))
                        .toList());
    }

    private static List<Line> lines(List<Attribute> attributes, Map<String, List<String>> values) {
        return attributes.stream()
                .map(attribute -> new Line(attribute.name(), values.getOrDefault(attribute.name(), List.of())))
                .filter(line -> !line.values().isEmpty())
                .toList();
    }

    /** What reference data say of the values, if they were asked. */
    public Optional<VerificationMark> verification(Words words) {
        return provenance.flatMap(Provenance::verification).map(said -> VerificationMark.of(said, words));
    }

    public boolean isGroup() {
        return lines.size() > 1;
    }
}
