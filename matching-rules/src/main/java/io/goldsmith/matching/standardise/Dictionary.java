package io.goldsmith.matching.standardise;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Words and what they stand for, looked up in a stretch of a longer text without cutting it out. Immutable. The lookup is a hash
 * table with linear probing, at most half full.
 */
final class Dictionary {

    private final String[] words;
    private final String[] meanings;
    private final int mask;
    private final int longest;

    private Dictionary(Map<String, String> entries) {
        int size = Integer.highestOneBit(Math.max(2, entries.size() * 2)) * 2;
        this.words = new String[size];
        this.meanings = new String[size];
        this.mask = size - 1;
        this.longest = entries.keySet().stream().mapToInt(String::length).max().orElse(0);
        entries.forEach((word, meaning) -> {
            int slot = slot(word.hashCode());
            while (words[slot] != null) {
                slot = slot + 1 & mask;
            }
            words[slot] = word;
            meanings[slot] = meaning;
        });
    }

    /** The words of files that hold one a line; each stands for itself. */
    static Dictionary ofWords(String... files) {
        Map<String, String> entries = new HashMap<>();
        for (String file : files) {
            WordFile.lines(file).forEach(word -> entries.put(word, word));
        }
        return new Dictionary(entries);
    }

    /** The same, where an entry of several words is known written together too. */
    static Dictionary ofWordsWithAndWithoutSpaces(String... files) {
        Map<String, String> entries = new HashMap<>();
        for (String file : files) {
            for (String word : WordFile.lines(file)) {
                entries.put(word, word);
                entries.put(word.replace(" ", ""), word);
            }
        }
        return new Dictionary(entries);
    }

    /** A file of lines {@code meaning = word, word}. A word that stands in several lines has the meaning of the last. */
    static Dictionary ofMeanings(String file) {
        Map<String, String> entries = new HashMap<>();
        for (List<String> line : WordFile.groups(file)) {
            line.subList(1, line.size()).forEach(word -> entries.put(word, line.get(0)));
        }
        return new Dictionary(entries);
    }

    /** The same, where a meaning stands for itself too. */
    static Dictionary ofForms(String file) {
        Map<String, String> entries = new HashMap<>();
        for (List<String> line : WordFile.groups(file)) {
            line.forEach(word -> entries.put(word, line.get(0)));
        }
        return new Dictionary(entries);
    }

    /** Whether the whole text is one of the words. */
    boolean contains(String text) {
        return !meaning(text).isEmpty();
    }

    /** What the whole text stands for; empty if it is none of the words. */
    String meaning(String text) {
        if (text.length() > longest) {
            return "";
        }
        for (int slot = slot(text.hashCode()); words[slot] != null; slot = slot + 1 & mask) {
            if (words[slot].equals(text)) {
                return meanings[slot];
            }
        }
        return "";
    }

    /** What the word stands for; itself if it is none of the words. */
    String meaningOrSame(String word) {
        String meaning = meaning(word);
        return meaning.isEmpty() ? word : meaning;
    }

    /** What a stretch of a text stands for; empty if it is none of the words. */
    String meaning(String text, int from, int to) {
        int length = to - from;
        if (length > longest) {
            return "";
        }
        int hash = 0;
        for (int position = from; position < to; position++) {
            hash = 31 * hash + text.charAt(position);
        }
        for (int slot = slot(hash); words[slot] != null; slot = slot + 1 & mask) {
            if (words[slot].length() == length && text.startsWith(words[slot], from)) {
                return meanings[slot];
            }
        }
        return "";
    }

    private int slot(int hash) {
        return (hash ^ hash >>> 15) & mask;
    }
}
