package io.goldsmith.app.cli;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;

/**
 * Writes a logged failure in one line: the class of each cause and where it was thrown, but not its message, since those of
 * databases and parsers quote the values of people.
 */
public final class FailurePlaceConverter extends ThrowableHandlingConverter {

    private static final int MOST_CAUSES = 6;
    private static final int FRAMES = 3;

    @Override
    public String convert(ILoggingEvent event) {
        StringBuilder text = new StringBuilder();
        IThrowableProxy cause = event.getThrowableProxy();
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            text.append(depth == 0 ? " [" : ", caused by ").append(cause.getClassName());
            appendFrames(text, cause.getStackTraceElementProxyArray());
            cause = cause.getCause();
        }
        return text.isEmpty() ? "" : text.append(']').toString();
    }

    private static void appendFrames(StringBuilder text, StackTraceElementProxy[] frames) {
        for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
            StackTraceElement frame = frames[i].getStackTraceElement();
            text.append(i == 0 ? " at " : " < ")
                    .append(frame.getFileName())
                    .append(':')
                    .append(frame.getLineNumber());
        }
    }
}
