package io.goldsmith.mdm.model;

import io.goldsmith.matching.model.MatchSettings;
import io.goldsmith.matching.settings.SettingsDocument;
import io.goldsmith.matching.settings.SettingsProblem;
import java.util.List;

/** What the matching engine itself finds wrong with its sections, for this entity model. */
final class EngineChecks {

    private EngineChecks() {}

    static List<SettingsProblem> matching(SettingsDocument document, MatchSettings settings, EntityModel model) {
        return settings.problems(model.definitions()).stream()
                .map(problem -> document.problem("/matching" + problem.pointer(), problem.message()))
                .toList();
    }
}
