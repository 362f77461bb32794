package io.goldsmith.connect.mapping;

/** What an expression asks for cannot be done with the values of this row; the reason holds none of them. */
final class ExpressionFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ExpressionFailure(String reason) {
        super(reason, null, false, false);
    }
}
