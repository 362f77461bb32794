package io.goldsmith.app.rest;

import io.goldsmith.matching.model.ModelOrigin;
import io.goldsmith.matching.model.SavedModel;
import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.resolution.HeldPublications;
import io.goldsmith.mdm.resolution.PublicationEffect;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a publication would do, as lines to print: counts, golden ids and names of attributes, no values of people. */
final class EffectLines {

    private static final int SHOWN = 10;

    private EffectLines() {}

    static String of(HeldPublications.Held held) {
        return String.format(
                Locale.ROOT,
                "batch %d is held since %s: %s%n%s--approve %d publishes it, --dismiss %d measures anew.%n",
                held.id(),
                held.heldAt(),
                held.cause(),
                of(held.effect()),
                held.id(),
                held.id());
    }

    static String of(SavedModel model, PublicationEffect effect) {
        long records = model.trained().stream()
                .flatMap(origin -> origin.from().stream())
                .mapToLong(ModelOrigin.SourceFile::records)
                .sum();
        OptionalLong labels = model.trained().map(ModelOrigin::labels).orElse(OptionalLong.empty());
        return String.format(
                        Locale.ROOT,
                        "trained on  %,d records and %,d matches that stewards know%n",
                        records,
                        labels.orElse(0))
                + of(effect);
    }

    static String of(PublicationEffect effect) {
        Formatter lines = new Formatter(Locale.ROOT);
        lines.format("customers   %,d%n", effect.customers());
        lines.format("concerned   %,d%n", effect.concerned());
        lines.format("  merged    %,d%s%n", effect.merged(), examples(effect.merges(), EffectLines::text));
        lines.format("  split     %,d%s%n", effect.split(), examples(effect.splits(), EffectLines::text));
        lines.format("  retired   %,d%s%n", effect.retired(), examples(effect.retirements(), EffectLines::text));
        lines.format("  changed   %,d%s%n", effect.changed(), examples(effect.changes(), EffectLines::text));
        lines.format("created     %,d%n", effect.created());
        lines.format("events      %,d%n", effect.events());
        effect.changedAttributes()
                .forEach((attribute, golden) -> lines.format("  %s changes in %,d%n", attribute, golden));
        return lines.toString();
    }

    private static <E> String examples(List<E> all, Function<E, String> text) {
        return all.isEmpty()
                ? ""
                : "  (" + all.stream().limit(SHOWN).map(text).collect(Collectors.joining(", "))
                        + (all.size() > SHOWN ? ", …" : "") + ")";
    }

    private static String text(long id) {
        return new GoldenId(id).toString();
    }

    private static String text(PublicationEffect.Merge merge) {
        return text(merge.goldenId()) + " → " + (merge.into() == 0 ? "a new one" : text(merge.into()));
    }

    private static String text(PublicationEffect.Change change) {
        return text(change.goldenId())
                + (change.attributes().isEmpty() ? "" : ": " + String.join(" ", change.attributes()));
    }
}
