package io.goldsmith.matching.block;

import io.goldsmith.matching.standardise.ValueTransform;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a key part takes of one standard value: no text, one, or several. Two values share a key if they have a text in common. At most
 * {@link #MOST_TEXTS} texts, the same ones wherever the value stands.
 */
sealed interface KeyForm permits SingleKey, WordKeys, QGramKeys, MinHashKeys {

    /** The most texts that one value gives. */
    int MOST_TEXTS = 32;

    /** The texts, distinct and never empty. */
    List<String> texts(String value);

    /** The words that a configuration may use, lengths as capital letters. */
    static List<String> words() {
        return Stream.concat(
                        ValueTransform.words().stream(),
                        Stream.of(WordKeys.WORD, QGramKeys.WORD + ":N", MinHashKeys.WORD + ":BANDSxROWS"))
                .toList();
    }

    /** Reads a transform of a configuration; empty if it is none of {@link #words()}. */
    static Optional<KeyForm> parse(String text) {
        if (text.equals(WordKeys.WORD)) {
            return Optional.of(new WordKeys());
        }
        int colon = text.indexOf(':');
        String argument = text.substring(colon + 1);
        return switch (colon < 0 ? "" : text.substring(0, colon)) {
            case QGramKeys.WORD -> QGramKeys.parse(argument).map(KeyForm.class::cast);
            case MinHashKeys.WORD -> MinHashKeys.parse(argument).map(KeyForm.class::cast);
            default -> ValueTransform.parse(text).map(SingleKey::new);
        };
    }
}
