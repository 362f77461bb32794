package io.goldsmith.mdm.golden;

/** The id of a golden record, stable for ever. Written {@code G-1234}. */
public record GoldenId(long value) implements Comparable<GoldenId> {

    /**
     * Reads {@code G-1234}.
     *
     * @throws IllegalArgumentException if the text is not of that form
     */
    public static GoldenId parse(String text) {
        if (!text.matches("G-[1-9][0-9]{0,17}")) {
            throw new IllegalArgumentException("A golden id looks like G-1234, but is of another form");
        }
        return new GoldenId(Long.parseLong(text.substring(2)));
    }

    @Override
    public int compareTo(GoldenId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return "G-" + value;
    }
}
