package io.goldsmith.mdm.store;

/** What a transaction had read was changed by another before it could lock it: {@link Store#inTransaction} rolls it back and runs it anew. */
public final class ConflictException extends StoreException {

    private static final long serialVersionUID = 1L;

    /**
     * @param what what changed, without values, for example {@code the component of record 12}
     */
    public ConflictException(String what) {
        super("Another writer changed " + what + " each time that this transaction was tried; try again later");
    }
}
