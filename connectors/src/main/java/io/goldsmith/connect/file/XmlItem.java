package io.goldsmith.connect.file;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads one element with all that lies in it. For one element. */
final class XmlItem {

    /** As much of it as quarantine keeps. */
    private static final int LONGEST_PAYLOAD = 10_000;

    private final XMLStreamReader reader;
    private final Runnable step;
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final StringBuilder payload = new StringBuilder(256);
    private final Deque<String> paths = new ArrayDeque<>();
    private final Deque<StringBuilder> texts = new ArrayDeque<>();
    private long size;

    /** @param step run before each step of the reader */
    XmlItem(XMLStreamReader reader, Runnable step) {
        this.reader = reader;
        this.step = step;
    }

    /** Reads from the element's start, where the reader is, to its end. */
    FileItem read(String origin) throws XMLStreamException {
        int event = reader.getEventType();
        do {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> start();
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text();
                default -> {
                    // Comments and processing instructions say nothing of the item.
                }
            }
            if (!paths.isEmpty()) {
                step.run();
                event = reader.next();
            }
        } while (!paths.isEmpty());
        return size > ItemReader.LARGEST_ITEM
                ? FileItem.unreadable(
                        origin,
                        "an item must be at most " + ItemReader.LARGEST_ITEM + " characters long, but is longer",
                        payload.toString())
                : FileItem.of(new XmlRow(origin, values, payload.toString()));
    }

    private void start() {
        String name = reader.getLocalName();
        if (paths.size() >= XmlReader.DEEPEST) {
            throw XmlReader.tooDeep();
        }
        String parent = paths.isEmpty() ? "" : paths.getLast();
        String path = paths.isEmpty() ? "" : parent.isEmpty() ? name : parent + "/" + name;
        paths.addLast(path);
        texts.addLast(new StringBuilder());
        size += 2L * name.length();
        write("<" + name);
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String attribute = reader.getAttributeLocalName(i);
            String value = reader.getAttributeValue(i);
            size += attribute.length() + value.length();
            add((path.isEmpty() ? "" : path + "/") + "@" + attribute, value);
            write(" " + attribute + "=\"" + escaped(value) + "\"");
        }
        write(">");
    }

    private void text() {
        size += reader.getTextLength();
        if (size <= ItemReader.LARGEST_ITEM) {
            texts.getLast().append(reader.getText());
            write(escaped(reader.getText()));
        }
    }

    private void end() {
        String path = paths.removeLast();
        add(path.isEmpty() ? "." : path, texts.removeLast().toString());
        write("</" + reader.getLocalName() + ">");
    }

    private void add(String path, String text) {
        String trimmed = text.trim();
        if (!trimmed.isEmpty() && size <= ItemReader.LARGEST_ITEM) {
            values.computeIfAbsent(path, none -> new ArrayList<>()).add(trimmed);
        }
    }

    private void write(String piece) {
        if (payload.length() < LONGEST_PAYLOAD) {
            payload.append(piece);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
