package io.goldsmith.connect.mapping;

import io.goldsmith.connect.ConnectException;

/** An expression that cannot be compiled; the message says where in the expression, what is wrong and what to write. */
final class BrokenExpressionException extends ConnectException {

    private static final long serialVersionUID = 1L;

    /**
     * @param line from 1
     * @param column from 1
     */
    BrokenExpressionException(int line, int column, String reason) {
        super("the expression is broken at " + (line > 1 ? "line " + line + ", " : "") + "column " + column + ": "
                + reason);
    }
}
