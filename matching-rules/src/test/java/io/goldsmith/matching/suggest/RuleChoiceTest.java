package io.goldsmith.matching.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.matching.block.BlockingRule;
import io.goldsmith.matching.block.KeyPart;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RuleChoiceTest {

    private static MeasuredRule rule(String attribute, double pairs, int from, int to) {
        BitSet likely = new BitSet();
        likely.set(from, to);
        return new MeasuredRule(
                new BlockingRule(List.of(new KeyPart(attribute, "whole")), List.of()),
                Set.of(attribute),
                pairs,
                likely);
    }

    @Test
    void takesTheRuleThatBringsMostForItsPairsFirst() {
        List<ChosenRule> chosen =
                new RuleChoice(List.of(rule("dear", 90, 0, 100), rule("cheap", 10, 0, 90)), 100, 100).choose();
        assertThat(chosen).extracting(rule -> rule.rule().text()).containsExactly("cheap", "dear");
        assertThat(chosen).extracting(ChosenRule::added).containsExactly(0.9, 0.1);
    }

    @Test
    void neverGoesBeyondTheBudget() {
        List<ChosenRule> chosen = new RuleChoice(
                        List.of(rule("a", 60, 0, 50), rule("b", 60, 50, 90), rule("c", 30, 90, 100)), 100, 100)
                .choose();
        assertThat(chosen.stream().mapToLong(ChosenRule::pairs).sum()).isLessThanOrEqualTo(100);
        assertThat(chosen).extracting(rule -> rule.rule().text()).containsExactly("a", "c");
    }

    @Test
    void allowsFewerPairsPerRecordInLargerFiles() {
        assertThat(PairBudget.perRecord(1_000)).isEqualTo(60);
        assertThat(PairBudget.perRecord(100_000)).isBetween(30.0, 45.0);
        assertThat(PairBudget.perRecord(1_000_000)).isEqualTo(12);
        assertThat(PairBudget.perRecord(50_000_000)).isEqualTo(12);
    }
}
