package io.goldsmith.matching.settings;

import io.goldsmith.matching.MatchingException;
import java.util.List;
import java.util.stream.Collectors;

/** A configuration is wrong. Holds every problem that was found, not the first alone. */
public final class SettingsException extends MatchingException {

    private static final long serialVersionUID = 1L;

    private final transient List<SettingsProblem> problems;

    /** All problems of a file, at least one. */
    public SettingsException(List<SettingsProblem> problems) {
        super(problems.stream().map(SettingsProblem::toString).collect(Collectors.joining(System.lineSeparator())));
        this.problems = List.copyOf(problems);
    }

    /** The problems, in the order of their lines. */
    public List<SettingsProblem> problems() {
        return problems;
    }
}
