package io.goldsmith.mdm.quality;

import io.goldsmith.matching.run.Matching;
import io.goldsmith.mdm.TestHub;
import io.goldsmith.mdm.model.HubConfiguration;
import io.goldsmith.mdm.quality.ValidationSettings.RuleSettings;
import io.goldsmith.mdm.store.DatabaseSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Rules as a configuration writes them, bound to the test hub's model. */
final class RuleSample {

    private static final HubConfiguration CONFIGURATION =
            TestHub.configuration(new DatabaseSettings("jdbc:h2:mem:none", "sa", ""));

    private final String check;
    private String name = "a-rule";
    private String severity = "reject";
    private String attribute = "town";
    private boolean task;
    private Map<String, String> when = Map.of();
    private List<String> values = List.of("person", "organisation");
    private String pattern = "[A-Z].*";
    private int min = 3;
    private int max = 10;
    private String from = "1930-01-01";
    private String to = "2010-12-31";
    private String other = "birth_date";
    private List<String> attributes = List.of("email", "town");
    private Path file = Path.of("");
    private Map<String, String> columns = Map.of();

    private RuleSample(String check) {
        this.check = check;
    }

    static RuleSample of(String check, String attribute) {
        RuleSample sample = new RuleSample(check);
        sample.attribute = attribute;
        return sample;
    }

    RuleSample named(String given) {
        name = given;
        return this;
    }

    RuleSample warning() {
        severity = "warn";
        return this;
    }

    RuleSample asking() {
        task = true;
        return warning();
    }

    RuleSample when(String condition, String value) {
        when = Map.of(condition, value);
        return this;
    }

    RuleSample pattern(String given) {
        pattern = given;
        return this;
    }

    RuleSample ages(int youngest, int oldest) {
        min = youngest;
        max = oldest;
        return this;
    }

    RuleSample range(String least, String greatest) {
        from = least;
        to = greatest;
        return this;
    }

    RuleSample other(String given) {
        other = given;
        return this;
    }

    RuleSample in(Path list, Map<String, String> byAttribute) {
        file = list;
        columns = byAttribute;
        return this;
    }

    ValidationRule rule(Matching matching) {
        RuleSettings written = new RuleSettings(
                name,
                attribute,
                check,
                severity,
                task,
                when,
                values,
                pattern,
                min,
                max,
                from,
                to,
                other,
                attributes,
                file.toString(),
                columns);
        return new RuleBinding(CONFIGURATION.entityModel(), matching, Path.of("/")).bind(written);
    }

    /** Several rules. */
    static List<ValidationRule> rules(Matching matching, RuleSample... samples) {
        List<ValidationRule> rules = new ArrayList<>();
        for (RuleSample sample : samples) {
            rules.add(sample.rule(matching));
        }
        return rules;
    }
}
