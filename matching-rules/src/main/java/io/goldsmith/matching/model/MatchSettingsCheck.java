package io.goldsmith.matching.model;

import io.goldsmith.matching.block.Blocking;
import io.goldsmith.matching.block.BlockingRule;
import io.goldsmith.matching.block.KeyPart;
import io.goldsmith.matching.compare.ComparisonSettings;
import io.goldsmith.matching.compare.Level;
import io.goldsmith.matching.compare.LevelSettings;
import io.goldsmith.matching.compare.LevelTest;
import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.settings.NearestWord;
import io.goldsmith.matching.standardise.DerivedAttribute;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a JSON Schema cannot see: whether settings fit the attributes, and whether their parts fit each other. */
final class MatchSettingsCheck {

    private final MatchSettings settings;
    private final List<AttributeDefinition> attributes;
    private final List<String> names;
    private final List<MatchSettings.Problem> problems = new ArrayList<>();

    MatchSettingsCheck(MatchSettings settings, List<AttributeDefinition> attributes) {
        this.settings = settings;
        List<DerivedAttribute.Problem> derivedProblems = DerivedAttribute.problems(attributes, settings.derived());
        derivedProblems.forEach(problem -> report("/derived" + problem.pointer(), problem.message()));
        this.attributes =
                derivedProblems.isEmpty() ? DerivedAttribute.extend(attributes, settings.derived()) : attributes;
        this.names =
                this.attributes.stream().map(AttributeDefinition::name).sorted().toList();
    }

    List<MatchSettings.Problem> problems() {
        probability("/thresholds/automatic", settings.thresholds().automatic());
        probability("/thresholds/review", settings.thresholds().review());
        probability("/prior", settings.prior());
        if (settings.thresholds().review() > settings.thresholds().automatic()) {
            report(
                    "/thresholds/review",
                    "review must not be above automatic ("
                            + settings.thresholds().automatic() + "), but is "
                            + settings.thresholds().review() + ".");
        }
        double conflict = settings.thresholds().conflict();
        if (!(conflict > 0 && conflict <= settings.thresholds().review())) {
            report(
                    "/thresholds/conflict",
                    "must be above 0 and at most review ("
                            + settings.thresholds().review() + "), but is " + conflict + ".");
        }
        if (settings.maxBlockSize() < 2) {
            report("/max-block-size", "must be at least 2, but is " + settings.maxBlockSize() + ".");
        }
        if (settings.comparisons().size() > LevelPattern.MOST_COMPARISONS) {
            report(
                    "/comparisons",
                    "at most " + LevelPattern.MOST_COMPARISONS + " comparisons are possible, but there are "
                            + settings.comparisons().size() + ".");
        }
        if (settings.blocking().isEmpty()) {
            report("/blocking", "at least one blocking rule is needed, or no pair is compared.");
        }
        for (int rule = 0; rule < settings.blocking().size(); rule++) {
            rule("/blocking/" + rule, settings.blocking().get(rule));
        }
        Set<String> comparisonNames = new HashSet<>();
        for (int comparison = 0; comparison < settings.comparisons().size(); comparison++) {
            String pointer = "/comparisons/" + comparison;
            ComparisonSettings compared = settings.comparisons().get(comparison);
            comparison(pointer, compared);
            if (!comparisonNames.add(compared.name())) {
                report(pointer, "two comparisons are called \"" + compared.name() + "\"; give one another name.");
            }
        }
        for (int attribute = 0; attribute < settings.exclusive().size(); attribute++) {
            attribute("/exclusive/" + attribute, settings.exclusive().get(attribute));
        }
        settings.training().ifPresent(this::training);
        return List.copyOf(problems);
    }

    private void training(TrainingSettings training) {
        for (int rule = 0; rule < training.matchRules().size(); rule++) {
            parts("/training/match-rules/" + rule + "/", training.matchRules().get(rule));
        }
    }

    private void rule(String pointer, BlockingRule rule) {
        if (rule.keys().isEmpty()) {
            report(pointer + "/keys", "a blocking rule needs at least one key part.");
        }
        parts(pointer + "/keys/", rule.keys());
        parts(pointer + "/refine/", rule.refine());
    }

    private void parts(String pointer, List<KeyPart> parts) {
        for (int part = 0; part < parts.size(); part++) {
            attribute(pointer + part + "/attribute", parts.get(part).attribute());
            String transform = parts.get(part).transform();
            if (!Blocking.isTransform(transform)) {
                report(
                        pointer + part + "/transform",
                        "unknown transform \"" + transform + "\"; valid are "
                                + String.join(", ", Blocking.transformWords()) + ".");
            }
        }
    }

    private void comparison(String pointer, ComparisonSettings comparison) {
        attribute(pointer + "/attribute", comparison.attribute());
        if (!comparison.swappedWith().isEmpty()) {
            attribute(pointer + "/swapped-with", comparison.swappedWith());
        }
        List<LevelSettings> levels = comparison.levels();
        if (levels.size() > LevelPattern.MOST_LEVELS) {
            report(
                    pointer + "/levels",
                    "at most " + LevelPattern.MOST_LEVELS + " levels are possible, but there are " + levels.size()
                            + ".");
        }
        for (int level = 0; level < levels.size(); level++) {
            level(pointer + "/levels/" + level, comparison, levels.get(level), level == levels.size() - 1);
        }
    }

    private void level(String pointer, ComparisonSettings comparison, LevelSettings settings, boolean last) {
        boolean trained = this.settings.training().isPresent() && settings.m() == 0 && settings.u() == 0;
        if (!trained) {
            probability(pointer + "/m", settings.m());
            probability(pointer + "/u", settings.u());
        }
        Optional<Level> level = Level.parse(settings.level());
        if (level.isEmpty()) {
            report(
                    pointer + "/level",
                    "unknown level \"" + settings.level() + "\"; valid for "
                            + comparison.kind().word() + " are "
                            + String.join(", ", comparison.kind().levelWords())
                            + ", with a bound as in jaro-winkler:0.92, damerau:1, prefix:3, token-set:0.6.");
            return;
        }
        LevelTest test = level.get().test();
        if (!comparison.kind().allows(test)) {
            report(
                    pointer + "/level",
                    "the level \"" + test.word() + "\" makes no sense for "
                            + comparison.kind().word() + "; valid are "
                            + String.join(", ", comparison.kind().levelWords()) + ".");
        }
        if (test == LevelTest.SWAPPED && comparison.swappedWith().isEmpty()) {
            report(pointer + "/level", "the level \"swapped\" needs the comparison's key swapped-with.");
        }
        if ((test == LevelTest.ELSE) != last) {
            report(pointer + "/level", "the last level, and no other, must be \"else\".");
        }
    }

    private void attribute(String pointer, String name) {
        if (attributes.stream().noneMatch(known -> known.name().equals(name))) {
            report(pointer, "unknown attribute \"" + name + "\"; " + NearestWord.hint(name, names));
        }
    }

    private void probability(String pointer, double probability) {
        if (!(probability > 0 && probability < 1)) {
            report(pointer, "must be strictly between 0 and 1, but is " + probability + ".");
        }
    }

    private void report(String pointer, String message) {
        problems.add(new MatchSettings.Problem(pointer, message));
    }
}
