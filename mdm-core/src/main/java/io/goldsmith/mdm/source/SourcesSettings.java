package io.goldsmith.mdm.source;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The {@code sources} section: the source systems by name.
 *
 * @param systems what is written of each
 */
public record SourcesSettings(Map<String, SourceSettings> systems) {

    /** Of the section itself, whose keys are names. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SourcesSettings {}

    /** The source systems by name. */
    public SortedMap<String, SourceSystem> sourceSystems() {
        TreeMap<String, SourceSystem> byName = new TreeMap<>();
        systems.forEach((name, written) -> byName.put(name, written.sourceSystem(name)));
        return Collections.unmodifiableSortedMap(byName);
    }

    /**
     * One source system as it is written.
     *
     * @param party {@code first}, {@code second} or {@code third}; first if not given
     * @param trust 0 to 100; 50 if not given
     * @param vanishLimit 0 to 100 percent; 10 if not given
     */
    public record SourceSettings(
            String party,
            Integer trust,
            Map<String, Integer> attributeTrust,
            List<String> purposes,
            Integer vanishLimit) {

        private static final int DEFAULT_TRUST = 50;

        public SourceSettings {
            party = party == null ? "first" : party;
            trust = trust == null ? Integer.valueOf(DEFAULT_TRUST) : trust;
            attributeTrust = attributeTrust == null ? Map.of() : Map.copyOf(attributeTrust);
            purposes = purposes == null ? List.of() : List.copyOf(purposes);
            vanishLimit = vanishLimit == null ? Integer.valueOf(SourceSystem.DEFAULT_VANISH_LIMIT) : vanishLimit;
        }

        SourceSystem sourceSystem(String name) {
            return new SourceSystem(
                    name,
                    SourceSystem.Party.valueOf(party.toUpperCase(Locale.ROOT)),
                    trust,
                    attributeTrust,
                    Set.copyOf(purposes),
                    vanishLimit);
        }
    }
}
