package io.goldsmith.mdm.golden;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Writes the entries of a story as lines. */
final class StoryText {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private StoryText() {}

    static void append(StringBuilder text, StoryEntry entry) {
        text.append(TIME.format(entry.at())).append("Z  ");
        if (entry instanceof StoryEntry.Landed landed) {
            text.append(landed.record()).append(landed.deleted() ? " was deleted at its source" : " landed");
            text.append(", version ").append(landed.version());
        } else if (entry instanceof StoryEntry.Decided decided) {
            text.append(sentence(decided.decision(), decided.decision().madeBy() + " decided "));
            comment(text, decided.decision());
        } else if (entry instanceof StoryEntry.TakenBack back) {
            text.append(sentence(back.decision(), back.by() + " took back "));
        } else if (entry instanceof StoryEntry.Merged merged) {
            text.append(merged.id()).append(" was merged into ").append(merged.into());
        } else if (entry instanceof StoryEntry.Split split) {
            text.append(split.created()).append(" was split off ").append(split.id());
        } else if (entry instanceof StoryEntry.TaskOpened opened) {
            text.append("task ").append(opened.task()).append(" opened: ").append(words(opened.kind()));
            opened.other().ifPresent(other -> text.append(" with ").append(other));
        } else if (entry instanceof StoryEntry.TaskClosed closed) {
            text.append("task ").append(closed.task()).append(" closed: ").append(words(closed.outcome()));
            closed.by().ifPresent(by -> text.append(" by ").append(by));
        } else if (entry instanceof StoryEntry.Changed changed) {
            changed(text, changed);
        }
        text.append('\n');
    }

    private static void changed(StringBuilder text, StoryEntry.Changed changed) {
        GoldenVersion version = changed.version();
        text.append(version.id()).append(" version ").append(version.version()).append(", ");
        text.append(version.record().cause()).append(", rules ").append(version.rulesVersion());
        if (version.state() != GoldenVersion.State.ACTIVE) {
            text.append(": ").append(words(version.state().name()));
        }
        version.mergedInto().ifPresent(into -> text.append(" into ").append(into));
        changed.joined().forEach(record -> text.append("\n    + ").append(record));
        changed.left().forEach(record -> text.append("\n    - ").append(record));
        for (AttributeChange change : changed.changes()) {
            text.append("\n    ").append(change.attribute()).append(": ");
            text.append(values(change.before())).append(" → ").append(values(change.after()));
            change.chosen()
                    .ifPresent(chosen -> text.append(" (")
                            .append(chosen.record())
                            .append(" version ")
                            .append(chosen.version())
                            .append(", ")
                            .append(chosen.rule())
                            .append(')'));
        }
    }

    private static String values(List<String> values) {
        return values.isEmpty() ? "none" : String.join(" | ", values);
    }

    private static String sentence(DecisionTaken decision, String who) {
        return who + words(decision.kind()) + " of " + decision.left() + " and " + decision.right();
    }

    private static void comment(StringBuilder text, DecisionTaken decision) {
        if (!decision.comment().isEmpty()) {
            text.append(": ").append(decision.comment());
        }
    }

    private static String words(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
