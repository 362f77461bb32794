package io.goldsmith.connect.capture;

import java.util.ArrayList;
import java.util.List;

/** Reads an array as PostgreSQL writes it: {@code {a,"b, c",NULL}}. */
final class ArrayText {

    private final String text;
    private final List<String> elements = new ArrayList<>();
    private final StringBuilder element = new StringBuilder();
    private boolean isQuoted;

    private ArrayText(String text) {
        this.text = text;
    }

    /** Its elements, those of inner arrays in their order; nulls are left out. */
    static List<String> elements(String text) {
        ArrayText array = new ArrayText(text);
        // Bounds that do not begin with 1 stand before it: [0:1]={a,b}
        array.read(Math.max(0, text.indexOf('{')));
        return List.copyOf(array.elements);
    }

    private void read(int from) {
        boolean inQuotes = false;
        for (int at = from; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter == '\\' && at + 1 < text.length()) {
                element.append(text.charAt(++at));
            } else if (letter == '"') {
                inQuotes = !inQuotes;
                isQuoted = true;
            } else if (inQuotes || "{},".indexOf(letter) < 0) {
                element.append(letter);
            } else {
                end();
            }
        }
    }

    /** Between braces there may be no element at all. */
    private void end() {
        boolean isThere = isQuoted || !element.isEmpty() && !element.toString().equalsIgnoreCase("NULL");
        if (isThere) {
            elements.add(element.toString());
        }
        element.setLength(0);
        isQuoted = false;
    }
}
