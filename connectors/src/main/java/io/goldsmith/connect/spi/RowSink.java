package io.goldsmith.connect.spi;

import io.goldsmith.connect.mapping.Row;

/** Takes the rows that a source reads. */
public interface RowSink {

    /** The longest position. */
    int LONGEST_POSITION = 2_000;

    /**
     * Takes a row.
     *
     * @return whether more are wanted; if not, reading should end
     */
    boolean row(Row row);

    /**
     * Takes something that cannot be read as columns; it waits in quarantine.
     *
     * @param origin where it stands, such as {@code file:line}
     * @param reason what was expected and found, without values
     * @param payload the text as delivered
     * @return whether more are wanted; if not, reading should end
     */
    boolean unreadable(String origin, String reason, String payload);

    /**
     * Says that a later reading may begin here. When this returns, all that was handed over before survives a crash; said every few thousand rows, a long reading that is
     * killed goes on from there. A source that never says it is read as a whole each time.
     *
     * @param position what the source needs to go on, at most {@value #LONGEST_POSITION} characters; no value of a person
     */
    void reached(String position);
}
