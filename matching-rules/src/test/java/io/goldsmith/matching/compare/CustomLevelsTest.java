package io.goldsmith.matching.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.matching.MatchingException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CustomLevelsTest {

    @Test
    void aPluggedInLevelIsUsedByItsName() {
        assertThat(OneColumn.holds("custom:same-vowels", "MARTIN", "BARDIN")).isTrue();
        assertThat(OneColumn.holds("custom:same-vowels", "MARTIN", "MARTINE")).isFalse();
        assertThat(Level.known()).contains("custom:same-vowels", "jaro-winkler:0.9", "else");
        assertThat(ComparisonKind.TEXT.levelWords()).contains("custom:same-vowels");
    }

    @Test
    void anUnknownOneIsRefused() {
        assertThat(Level.parse("custom:other")).isEmpty();
        assertThat(Level.parse("custom")).isEmpty();
    }

    @Test
    void refusesNamesThatAreTakenOrMalformed() {
        assertThat(CustomLevels.read(List.of(new SameVowels()))).containsOnlyKeys("same-vowels");
        assertThatThrownBy(() -> CustomLevels.read(List.of(new SameVowels(), new SameVowels())))
                .isInstanceOf(MatchingException.class)
                .hasMessageContaining("same-vowels")
                .hasMessageContaining("rename one");
        assertThatThrownBy(() -> CustomLevels.read(List.of(named("Two Words"))))
                .hasMessageContaining("Two Words")
                .hasMessageContaining("lower-case");
    }

    private static CustomLevel named(String name) {
        return new CustomLevel() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public boolean holds(String one, String other) {
                return false;
            }
        };
    }
}
