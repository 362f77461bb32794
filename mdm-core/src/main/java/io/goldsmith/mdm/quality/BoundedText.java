package io.goldsmith.mdm.quality;

import io.goldsmith.mdm.MdmException;

/**
 * A text that a regular expression may look at only so often: some expressions take exponential time on some values, and a hub must
 * not stand still for one.
 */
public final class BoundedText implements CharSequence {

    private static final int MOST_LOOKS = 200_000;

    private final CharSequence text;
    private final int[] looks;

    public BoundedText(String text) {
        this(text, new int[1]);
    }

    private BoundedText(CharSequence text, int[] looks) {
        this.text = text;
        this.looks = looks;
    }

    /** Too many looks. */
    public static final class ExhaustedException extends MdmException {
        private static final long serialVersionUID = 1L;

        ExhaustedException() {
            super("The pattern looked at the value more than " + MOST_LOOKS + " times; write it so that it tries less");
        }
    }

    @Override
    public char charAt(int index) {
        if (++looks[0] > MOST_LOOKS) {
            throw new ExhaustedException();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new BoundedText(text.subSequence(start, end), looks);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
