package io.goldsmith.mdm.model;

import io.goldsmith.matching.model.MatchSettings;
import io.goldsmith.matching.settings.SettingsDocument;
import io.goldsmith.matching.settings.SettingsProblem;
import io.goldsmith.matching.survive.SurvivorshipSettings;
import io.goldsmith.mdm.reference.VerificationPlan;
import io.goldsmith.mdm.reference.VerificationSettings;
import io.goldsmith.mdm.resolution.ResolutionRules;
import java.util.List;

/** What the matching engine itself finds wrong with its sections, for this entity model. */
final class EngineChecks {

    private EngineChecks() {}

    static List<SettingsProblem> matching(SettingsDocument document, MatchSettings settings, EntityModel model) {
        return settings.problems(model.definitions()).stream()
                .map(problem -> document.problem("/matching" + problem.pointer(), problem.message()))
                .toList();
    }

    static List<SettingsProblem> survivorship(
            SettingsDocument document, SurvivorshipSettings settings, EntityModel model) {
        return settings.problems(ResolutionRules.groupsOf(model)).stream()
                .map(problem -> problem(document, problem))
                .toList();
    }

    static List<SettingsProblem> verification(
            SettingsDocument document, VerificationSettings settings, EntityModel model) {
        return VerificationPlan.problems(model, settings).entrySet().stream()
                .map(problem -> document.problem("/verification/" + problem.getKey(), problem.getValue()))
                .toList();
    }

    /** The engine writes {@code attributes.town.sources: what is wrong}. */
    private static SettingsProblem problem(SettingsDocument document, String text) {
        int end = text.indexOf(": ");
        String pointer = "/survivorship/" + text.substring(0, end).replace('.', '/');
        return document.problem(pointer, text.substring(end + 2));
    }
}
