package io.goldsmith.samples.landscape;

import io.goldsmith.samples.SamplesException;

/** A request that cannot be answered as asked; the message is for the caller and names no value of a customer. */
final class HttpFailure extends SamplesException {

    private final int status;

    HttpFailure(int status, String message) {
        super(message);
        this.status = status;
    }

    Reply reply() {
        return Reply.error(status, getMessage());
    }
}
