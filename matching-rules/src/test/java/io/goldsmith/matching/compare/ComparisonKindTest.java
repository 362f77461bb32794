package io.goldsmith.matching.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComparisonKindTest {

    @ParameterizedTest
    @EnumSource
    void itsDefaultLevelsAreValidAndCoverEverything(ComparisonKind kind) {
        assertThat(kind.defaultLevels())
                .allSatisfy(level -> assertThat(Level.parse(level.level()))
                        .hasValueSatisfying(
                                parsed -> assertThat(kind.allows(parsed.test())).isTrue()));
        assertThat(kind.defaultLevels()).last().extracting(LevelSettings::level).isEqualTo("else");
        assertThat(kind.defaultLevels().stream().mapToDouble(LevelSettings::m).sum())
                .isCloseTo(1, Offset.offset(1e-9));
        assertThat(kind.defaultLevels().stream().mapToDouble(LevelSettings::u).sum())
                .isCloseTo(1, Offset.offset(1e-9));
    }

    @ParameterizedTest
    @EnumSource
    void everyLevelItNamesCanBeWritten(ComparisonKind kind) {
        assertThat(kind.levelWords()).contains("exact").last().isEqualTo("else");
        assertThat(kind.levelWords())
                .allSatisfy(level -> assertThat(Level.parse(level)).isPresent());
    }
}
