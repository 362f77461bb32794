package io.goldsmith.connect.suggest;

import io.goldsmith.connect.settings.StreamSettings;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Writes the suggestion of a connector as YAML. What stands in the configuration beside the streams stays, references to secrets as
 * references.
 */
final class SuggestionText {

    private final StringBuilder text = new StringBuilder(4_096);
    private boolean hasStream;

    SuggestionText(String connector, JsonNode written) {
        line("# Suggested for the connector " + connector
                + "; put it in the place of that connector in goldsmith.yaml, look at it");
        line("# with ./goldsmith connectors preview " + connector + ", and change what you know better.");
        line("connectors:");
        line("  " + connector + ":");
        written.properties().stream()
                .filter(entry -> !entry.getKey().equals("streams"))
                .forEach(entry -> line("    " + entry.getKey() + ": " + value(entry.getValue())));
        line("    streams:");
    }

    /** JSON is YAML; a plain word needs no quotes. */
    private static String value(JsonNode node) {
        return node.isString() ? Quoted.text(node.asString()) : node.toString();
    }

    /** A stream that stays as it is. */
    void kept(StreamSettings stream, JsonNode written) {
        hasStream = true;
        line("      - name: " + stream.name());
        written.properties().stream()
                .filter(entry -> !entry.getKey().equals("name"))
                .forEach(entry -> line("        " + entry.getKey() + ": " + value(entry.getValue())));
    }

    /** A stream with its mapping; one of which too little was found stands there as comments alone, so that the file still loads. */
    void proposed(StreamSettings stream, JsonNode written, String place, int rows, StreamSuggestion.Proposal proposal) {
        String hash = proposal.isComplete() ? "" : "# ";
        hasStream = hasStream || proposal.isComplete();
        line("      # " + place + ", " + rows + " rows looked at"
                + (proposal.isComplete()
                        ? ""
                        : "; not enough was found for records: it may hold orders or relations, write it by hand"));
        line("      " + hash + "- name: " + stream.name());
        line("      " + hash + "  from: " + Quoted.text(stream.from()));
        written.properties().stream()
                .filter(entry -> !Set.of("name", "from", "records").contains(entry.getKey()))
                .forEach(entry -> line("      " + hash + "  " + entry.getKey() + ": " + value(entry.getValue())));
        line("      " + hash + "  records:");
        entry(hash, "    ", proposal.key());
        entry(hash, "    ", proposal.timestamp());
        line("      " + hash + "    attributes:");
        proposal.attributes().forEach(attribute -> entry(hash, "      ", attribute));
        notes(proposal.notes());
    }

    private void entry(String hash, String indent, SuggestedLine line) {
        if (!line.mapping().isEmpty()) {
            line("      " + hash + indent + line.name() + ": " + line.mapping() + "   # " + line.reason());
        }
    }

    private void notes(List<String> notes) {
        notes.forEach(note -> line("          # " + note.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u0085]", " ")));
    }

    private void line(String line) {
        text.append(line).append(System.lineSeparator());
    }

    String text() {
        return hasStream
                ? text.toString()
                : "# Nothing here is complete: it does not load before a person has written a stream."
                        + System.lineSeparator() + text;
    }
}
