package io.goldsmith.connect.settings;

import io.goldsmith.matching.settings.NearestWord;
import io.goldsmith.matching.settings.SettingsDocument;
import io.goldsmith.matching.settings.SettingsProblem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What no schema can check of what becomes of a target's records: see {@link MergeSettings} and {@link DeletionSettings}. */
final class OutcomeChecks {

    private final SettingsDocument document;
    private final List<SettingsProblem> problems = new ArrayList<>();

    private OutcomeChecks(SettingsDocument document) {
        this.document = document;
    }

    /**
     * Checks one target.
     *
     * @param pointer where the target stands
     * @param sources the names of the source systems
     * @return every problem, by line and key
     */
    static List<SettingsProblem> problems(
            SettingsDocument document, String pointer, TargetSettings target, Set<String> sources) {
        OutcomeChecks checks = new OutcomeChecks(document);
        checks.merge(pointer + "/on-merge", target.onMerge());
        checks.deletion(pointer + "/on-delete", target, sources);
        checks.both(pointer + "/on-delete", target);
        return List.copyOf(checks.problems);
    }

    private void merge(String pointer, MergeSettings merge) {
        Set<String> marks = new LinkedHashSet<>(merge.set().keySet());
        merge.survivor().ifPresent(marks::add);
        boolean rePoints = merge.then() == MergeSettings.Then.RE_POINT;
        boolean hasMeans = merge.call().isPresent() || !merge.statements().isEmpty();
        if (merge.then() == MergeSettings.Then.FLAG && marks.isEmpty()) {
            problem(pointer, "a flag needs set or survivor, so that the record shows it, but there is neither");
        }
        if (merge.then() == MergeSettings.Then.NONE && (!marks.isEmpty() || hasMeans)) {
            problem(
                    pointer + "/then",
                    "with none nothing is written, but there is more beside it; say flag or re-point");
        }
        if (rePoints != hasMeans) {
            problem(
                    pointer + "/then",
                    "re-point goes with call (http) or statements (jdbc), and they with re-point, but "
                            + (rePoints ? "there are none" : "then is another"));
        }
        for (int i = 0; i < merge.statements().size(); i++) {
            String statement = merge.statements().get(i);
            if (!statement.contains("{from}") || !statement.contains("{to}")) {
                problem(
                        pointer + "/statements/" + i,
                        "a statement must say {from} and {to}, the keys of the record that lost and of the one that goes"
                                + " on, but does not say both");
            }
        }
        merge.call()
                .filter(call -> !(call.path() + call.with().values()).contains("{from}")
                        || !(call.path() + call.with().values()).contains("{to}"))
                .ifPresent(call -> problem(
                        pointer + "/call",
                        "a call must say {from} and {to} in its path or in with, but does not say both"));
        undone(pointer, merge.undo(), marks);
    }

    private void deletion(String pointer, TargetSettings target, Set<String> sources) {
        DeletionSettings deletion = target.onDelete();
        boolean flags = deletion.then() == DeletionSettings.Then.FLAG;
        if (flags == deletion.set().isEmpty()) {
            problem(
                    pointer + "/then",
                    "flag goes with set, and set with flag, but " + (flags ? "there is no set" : "then is another"));
        }
        for (int i = 0; i < deletion.in().size(); i++) {
            String source = deletion.in().get(i);
            if (!sources.contains(source)) {
                problem(
                        pointer + "/in/" + i,
                        "\"" + source + "\" is no source system; " + NearestWord.hint(source, sources));
            } else if (source.equals(target.source())) {
                problem(pointer + "/in/" + i, "a target is told what others delete, but " + source + " is its own");
            }
        }
        undone(pointer, deletion.undo(), deletion.set().keySet());
    }

    private void undone(String pointer, Map<String, String> undo, Collection<String> marks) {
        Set<String> others = new TreeSet<>(undo.keySet());
        others.removeAll(marks);
        others.forEach(column ->
                problem(pointer + "/undo", "only what is set can be undone, but " + column + " is not set here"));
    }

    /** A column that both use has one text when neither holds. */
    private void both(String pointer, TargetSettings target) {
        Set<String> shared = new TreeSet<>(target.onMerge().set().keySet());
        target.onMerge().survivor().ifPresent(shared::add);
        shared.retainAll(target.onDelete().set().keySet());
        for (String column : shared) {
            String merged = target.onMerge().undo().getOrDefault(column, "");
            if (!merged.equals(target.onDelete().undo().getOrDefault(column, ""))) {
                problem(
                        pointer + "/undo",
                        "a column that on-merge and on-delete both set must be undone alike, but " + column
                                + " is not");
            }
        }
    }

    private void problem(String pointer, String message) {
        problems.add(document.problem(pointer, message));
    }
}
