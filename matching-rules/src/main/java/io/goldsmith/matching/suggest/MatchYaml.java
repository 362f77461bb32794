package io.goldsmith.matching.suggest;

import io.goldsmith.matching.block.BlockingRule;
import io.goldsmith.matching.block.KeyPart;
import io.goldsmith.matching.compare.ComparisonSettings;
import io.goldsmith.matching.compare.LevelSettings;
import io.goldsmith.matching.standardise.DerivedAttribute;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes a suggestion as a match.yaml with the reasons as comments. Values of records never stand in it. For one text. */
final class MatchYaml {

    private static final MathContext DIGITS = new MathContext(4);

    private final Suggestion suggestion;
    private final StringBuilder text = new StringBuilder(8192);

    MatchYaml(Suggestion suggestion) {
        this.suggestion = suggestion;
    }

    String text() {
        SurveyedFiles files = suggestion.files();
        MatchDesign design = files.design();
        line(
                "# Suggested from %,d records, %,d of them looked at closely. Change what you know better.",
                files.records(), files.table().size());
        line("columns:");
        design.columns().forEach(this::column);
        files.partial().forEach(name -> line("  # %s: left out, not every file has it", quoted(name)));
        line("matching:");
        line("  # m and u are found on the records themselves; those of the levels are where that starts.");
        line("  training: {}");
        line("  # From automatic on a pair is linked, from review on it is worth a look.");
        line(
                "  thresholds: {automatic: %s, review: %s, conflict: %s}",
                number(suggestion.thresholds().automatic()),
                number(suggestion.thresholds().review()),
                number(suggestion.thresholds().conflict()));
        line("  # The share of matches among all pairs, as estimated; training estimates it anew.");
        line("  prior: %s", number(suggestion.prior()));
        line("  max-block-size: %d", suggestion.maxBlockSize());
        if (!design.derived().isEmpty()) {
            line("  derived:");
            design.derived().forEach(this::derived);
        }
        line("  # Chosen by the pairs that each brings and its share of %,d likely matches.", suggestion.likely());
        line("  blocking:");
        suggestion.rules().forEach(this::rule);
        line("  comparisons:");
        suggestion.comparisons().forEach(this::comparison);
        suggestion.silent().forEach(name -> line("    # %s: not compared, its agreement hardly tells", quoted(name)));
        if (!design.exclusive().isEmpty()) {
            line("  # No cluster holds two different values of one of these.");
            line(
                    "  exclusive: [%s]",
                    design.exclusive().stream().map(MatchYaml::quoted).collect(Collectors.joining(", ")));
        }
        return text.toString();
    }

    private void column(ProposedColumn column) {
        ColumnProfile profile = column.profile();
        String facts = String.format(
                Locale.ROOT, "%.1f %% filled, %,d different", 100 * profile.completeness(), profile.distinct());
        if (!column.isUsed()) {
            line(
                    "  # %s: left out, it %s (%s)",
                    quoted(column.name()), column.leftOut().orElseThrow(), facts);
            return;
        }
        String part =
                column.role().part().isEmpty() ? "" : ", part: " + column.role().part();
        String separator = profile.separator().isEmpty() ? "" : ", separator: " + quoted(profile.separator());
        String why = column.uncompared()
                        .map(reason -> "blocked on only, it " + reason + "; ")
                        .orElse("")
                + (column.role() == ColumnRole.WRITTEN_DATE ? "many are no possible date, and still tell; " : "");
        line(
                "  %s: {type: %s%s%s}   # %s%s",
                quoted(column.name()), column.role().type().word(), part, separator, why, facts);
    }

    private void derived(DerivedAttribute attribute) {
        line(
                "    - {name: %s, union: [%s]}",
                quoted(attribute.name()),
                attribute.union().stream()
                        .map(part -> part(new KeyPart(part.attribute(), part.transform())))
                        .collect(Collectors.joining(", ")));
    }

    private void rule(ChosenRule chosen) {
        BlockingRule rule = chosen.rule();
        line(
                "    # at most %,d pairs; %.1f %% of the likely matches, %.2f %% by no rule above",
                chosen.pairs(), 100 * chosen.likely(), 100 * chosen.added());
        line("    - keys: [%s]", parts(rule.keys()));
        if (!rule.refine().isEmpty()) {
            line("      refine: [%s]", parts(rule.refine()));
        }
    }

    private static String parts(List<KeyPart> parts) {
        return parts.stream().map(MatchYaml::part).collect(Collectors.joining(", "));
    }

    private static String part(KeyPart part) {
        String transform = part.transform().equals("whole") ? "" : ", transform: " + quoted(part.transform());
        return "{attribute: " + quoted(part.attribute()) + transform + "}";
    }

    private void comparison(ComparisonSettings comparison) {
        line("    - attribute: %s", quoted(comparison.attribute()));
        if (!comparison.swappedWith().isEmpty()) {
            line("      swapped-with: %s", quoted(comparison.swappedWith()));
        }
        line("      kind: %s", comparison.kind().word());
        line("      levels:");
        comparison.levels().forEach(this::level);
    }

    private void level(LevelSettings level) {
        line(
                "        - {level: %s, m: %s, u: %s%s}",
                quoted(level.level()),
                number(level.m()),
                number(level.u()),
                level.termFrequency() ? ", term-frequency: true" : "");
    }

    private static String number(double number) {
        BigDecimal exact = new BigDecimal(Double.toString(number));
        return (number < 0.1 ? exact.round(DIGITS) : exact).stripTrailingZeros().toPlainString();
    }

    /** A name as YAML reads it as text: a plain word as it is, everything else in double quotes, on one line. */
    private static String quoted(String name) {
        boolean plain =
                name.matches("[A-Za-z_][A-Za-z0-9_-]*") && !name.matches("(?i)y|n|yes|no|true|false|on|off|null");
        if (plain) {
            return name;
        }
        StringBuilder quoted = new StringBuilder("\"");
        name.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c < ' ' || c == 0x7f || c == 0x85 || c == 0x2028 || c == 0x2029) {
                quoted.append(String.format("\\u%04X", c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }

    private void line(String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}
