package io.goldsmith.mdm.model;

import io.goldsmith.matching.model.MatchSettings;
import io.goldsmith.matching.survive.SurvivorshipSettings;
import io.goldsmith.mdm.quality.ValidationSettings;
import io.goldsmith.mdm.source.SourcesSettings;
import io.goldsmith.mdm.stewardship.StewardshipSettings;

/** The sections of the hub itself, and those of the matching engine, which knows no hub. */
final class HubSections {

    private HubSections() {}

    /** What a section of this module has in common with the others. */
    private abstract static class Section<T> implements SettingsSection<T> {

        private final String name;
        private final Class<T> type;
        private final String schemaResource;
        private final boolean required;

        Section(String name, Class<T> type, String schemaResource, boolean required) {
            this.name = name;
            this.type = type;
            this.schemaResource = schemaResource;
            this.required = required;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Class<T> type() {
            return type;
        }

        @Override
        public String schemaResource() {
            return schemaResource;
        }

        @Override
        public boolean required() {
            return required;
        }
    }

    /** {@code hub}. */
    public static final class Hub extends Section<HubSettings> {
        public Hub() {
            super("hub", HubSettings.class, "io/goldsmith/mdm/model/hub.schema.json", true);
        }
    }

    /** {@code model}. */
    public static final class Model extends Section<ModelSettings> {
        public Model() {
            super("model", ModelSettings.class, "io/goldsmith/mdm/model/model.schema.json", true);
        }
    }

    /** {@code sources}. */
    public static final class Sources extends Section<SourcesSettings> {
        public Sources() {
            super("sources", SourcesSettings.class, "io/goldsmith/mdm/source/sources.schema.json", true);
        }
    }

    /** {@code validation}. */
    public static final class Validation extends Section<ValidationSettings> {
        public Validation() {
            super("validation", ValidationSettings.class, "io/goldsmith/mdm/quality/validation.schema.json", false);
        }
    }

    /** {@code matching}. */
    public static final class Matching extends Section<MatchSettings> {
        public Matching() {
            super("matching", MatchSettings.class, "io/goldsmith/matching/matching.schema.json", true);
        }
    }

    /** {@code survivorship}. */
    public static final class Survivorship extends Section<SurvivorshipSettings> {
        public Survivorship() {
            super("survivorship", SurvivorshipSettings.class, "io/goldsmith/matching/survivorship.schema.json", false);
        }
    }

    /** {@code stewardship}. */
    public static final class Stewardship extends Section<StewardshipSettings> {
        public Stewardship() {
            super(
                    "stewardship",
                    StewardshipSettings.class,
                    "io/goldsmith/mdm/stewardship/stewardship.schema.json",
                    false);
        }
    }

    /** {@code lifecycle}. */
    public static final class Lifecycle extends Section<LifecycleSettings> {
        public Lifecycle() {
            super("lifecycle", LifecycleSettings.class, "io/goldsmith/mdm/model/lifecycle.schema.json", false);
        }
    }
}
