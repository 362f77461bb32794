package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.MdmException;

/** Records of a batch's chunk changed since the batch read them: they are resolved anew. */
public final class StaleChunkException extends MdmException {

    private static final long serialVersionUID = 1L;

    StaleChunkException() {
        super("Records changed while a batch resolved them; they are resolved anew");
    }
}
