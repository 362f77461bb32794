package io.goldsmith.mdm.store;

import io.goldsmith.mdm.MdmException;

/** A stored document is not the JSON that the hub writes. The message names the place in the document, never its text. */
public final class UnreadableDocumentException extends MdmException {

    private static final long serialVersionUID = 1L;

    UnreadableDocumentException(String place) {
        super("A stored document is not the JSON that the hub writes, at " + place
                + "; was the row changed outside the hub? Run doctor");
    }
}
