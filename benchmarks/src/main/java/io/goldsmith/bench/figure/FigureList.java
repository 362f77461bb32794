package io.goldsmith.bench.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers the figures of one run, in the order in which they were measured, and holds each against the goal of its name. */
public final class FigureList {

    private final Map<String, Goal> open = new LinkedHashMap<>();
    private final List<Figure> figures = new ArrayList<>();

    /** A list of nothing measured yet. */
    public FigureList(List<Goal> goals) {
        goals.forEach(goal -> open.put(goal.name(), goal));
    }

    /**
     * Adds a measured value, against the goal of this name if there is one.
     *
     * @throws IllegalArgumentException if the goal is counted in another unit or improves the other way
     */
    public void add(String name, double value, String unit, Better better) {
        Goal goal = open.remove(name);
        if (goal == null) {
            figures.add(Figure.shown(name, value, unit, better));
            return;
        }
        if (!goal.unit().equals(unit) || goal.better() != better) {
            throw new IllegalArgumentException("The goal \"" + name + "\" is in " + goal.unit() + ", "
                    + goal.better().word() + " is better; measured was " + unit + ", " + better.word()
                    + ": make them agree.");
        }
        figures.add(Figure.measured(goal, value));
    }

    /** Adds a value of which more is better. */
    public void more(String name, double value, String unit) {
        add(name, value, unit, Better.HIGHER);
    }

    /** Adds a value of which less is better. */
    public void less(String name, double value, String unit) {
        add(name, value, unit, Better.LOWER);
    }

    /** Says that what was to be measured failed: every open goal whose name starts so is not met. */
    public void failed(String prefix) {
        List<Goal> missed = open.values().stream()
                .filter(goal -> goal.name().startsWith(prefix))
                .toList();
        for (Goal goal : missed) {
            open.remove(goal.name());
            figures.add(Figure.failed(goal));
        }
    }

    /** Everything that was measured, and behind it the goals that were not. */
    public List<Figure> figures() {
        List<Figure> all = new ArrayList<>(figures);
        open.values().forEach(goal -> all.add(Figure.notMeasured(goal)));
        return List.copyOf(all);
    }
}
