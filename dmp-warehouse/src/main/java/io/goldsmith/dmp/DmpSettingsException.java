package io.goldsmith.dmp;

import java.util.List;

/** The {@code dmp} section cannot be used: carries every problem at once, so that a round of mending costs one start. */
public final class DmpSettingsException extends DmpException {

    private final transient List<String> problems;

    /** All the problems found, each starting with the key that it is about. */
    public DmpSettingsException(List<String> problems) {
        super("The dmp section has " + problems.size() + (problems.size() == 1 ? " problem" : " problems") + ": "
                + String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    /** Each problem, in the order of the section. */
    public List<String> problems() {
        return problems;
    }
}
